package io.github.fakecached.benchmark;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.fakecached.FakeMemcached;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** How long a reset takes, which is done before each test, with few and with many items. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 4)
@Measurement(iterations = 5, time = 4)
@State(Scope.Benchmark)
public class ResetBenchmark {

    private static final byte[] VERSION = "version\r\n".getBytes(US_ASCII);
    private static final int REPLY_LENGTH = "VERSION 1.6.45\r\n".length();

    private static final int WARM_UP_RESETS = 50_000;

    @Param({"100", "100000"})
    private int items;

    private FakeMemcached memcached;
    private RawClient client;
    private byte[] fill;

    @Setup
    public void start() throws IOException {
        memcached = FakeMemcached.start();
        client = new RawClient(memcached.address());
        StringBuilder sets = new StringBuilder();
        for (int i = 0; i < items; i++) {
            sets.append("set key-").append(i).append(" 0 0 5 noreply\r\nvalue\r\n");
        }
        warmUp();
        fill = (sets + new String(VERSION, US_ASCII)).getBytes(US_ASCII);
    }

    /** To fill a fake takes so long that too few resets would be run for the compiler to see to them. */
    private void warmUp() {
        for (int i = 0; i < WARM_UP_RESETS; i++) {
            memcached.reset();
        }
    }

    @Setup(Level.Invocation)
    public void fill() throws IOException {
        client.ask(fill, REPLY_LENGTH);
        if (memcached.contents().size() != items) {
            throw new IllegalStateException(memcached.contents().size() + " items instead of " + items);
        }
    }

    @Benchmark
    public void reset() {
        memcached.reset();
    }

    @TearDown
    public void stop() throws IOException {
        client.close();
        memcached.close();
    }
}
