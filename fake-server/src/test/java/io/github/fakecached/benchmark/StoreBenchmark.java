package io.github.fakecached.benchmark;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.fakecached.internal.store.Arithmetic;
import io.github.fakecached.internal.store.Counters;
import io.github.fakecached.internal.store.DeltaResult;
import io.github.fakecached.internal.store.Item;
import io.github.fakecached.internal.store.ItemWriter;
import io.github.fakecached.internal.store.LruSettings;
import io.github.fakecached.internal.store.SlabClasses;
import io.github.fakecached.internal.store.Store;
import io.github.fakecached.internal.store.StoreMode;
import io.github.fakecached.internal.store.StoreResult;
import io.github.fakecached.internal.store.StoreRules;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long the store takes to find, to keep and to count, with 10,000 items of 100 bytes in it. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
public class StoreBenchmark {

    private static final int ITEMS = 10_000;
    private static final int VALUE_LENGTH = 100;
    private static final long MEMORY = 64L << 20;
    private static final long NOW = 100;
    private static final byte[] NUMBER = "number".getBytes(US_ASCII);

    private final Counters counters = new Counters();
    private final StoreRules rules =
            new StoreRules(1 << 20, MEMORY, true, true, SlabClasses.DEFAULT, LruSettings.DEFAULT, true, false);
    private final Store store = new Store(rules, counters);
    private final ItemWriter writer = new ItemWriter(store, rules, counters);
    private final Arithmetic arithmetic = new Arithmetic(store, rules, counters);
    private final byte[][] keys =
            IntStream.range(0, ITEMS).mapToObj(StoreBenchmark::key).toArray(byte[][]::new);
    private int next;

    @Setup
    public void fill() {
        for (int i = 0; i < ITEMS; i++) {
            set();
        }
        byte[] number = Arrays.copyOf(NUMBER, NUMBER.length + 1);
        number[NUMBER.length] = '1';
        writer.store(new Item(number, NUMBER.length, 0, 0), StoreMode.SET, 0, NOW);
    }

    @Benchmark
    public Item get() {
        byte[] key = nextKey();
        Item item = store.find(key, key.length, NOW);
        if (item == null) {
            throw new IllegalStateException("an item is missing");
        }
        store.bump(item, NOW);
        return item;
    }

    @Benchmark
    public StoreResult set() {
        byte[] key = nextKey();
        Item item = new Item(Arrays.copyOf(key, key.length + VALUE_LENGTH), key.length, 0, 0);
        return writer.store(item, StoreMode.SET, 0, NOW);
    }

    @Benchmark
    public DeltaResult incr() {
        return arithmetic.apply(NUMBER, true, 1, 0, NOW);
    }

    private byte[] nextKey() {
        next = next + 1 == ITEMS ? 0 : next + 1;
        return keys[next];
    }

    private static byte[] key(int number) {
        return "key:%07d".formatted(number).getBytes(US_ASCII);
    }
}
