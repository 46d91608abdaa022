package io.github.fakecached.benchmark;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.fakecached.FakeMemcached;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** How long requests over one loopback connection take, from the first byte sent to the last received. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@State(Scope.Benchmark)
public class RequestBenchmark {

    private static final String VALUE = "v".repeat(32);

    /** How many requests are sent together. */
    @Param({"1", "32"})
    private int pipelined;

    /** How many exchanges the journal keeps. */
    @Param({"10000", "0"})
    private int journal;

    private FakeMemcached memcached;
    private RawClient client;
    private byte[] gets;
    private byte[] sets;
    private int getReplies;
    private int setReplies;

    @Setup
    public void start() throws IOException {
        memcached = FakeMemcached.start();
        memcached.journal().setCapacity(journal);
        client = new RawClient(memcached.address());
        gets = "get key\r\n".repeat(pipelined).getBytes(US_ASCII);
        sets = ("set key 0 0 32\r\n" + VALUE + "\r\n").repeat(pipelined).getBytes(US_ASCII);
        getReplies = pipelined * ("VALUE key 0 32\r\n" + VALUE + "\r\nEND\r\n").length();
        setReplies = pipelined * "STORED\r\n".length();
        set();
    }

    @Benchmark
    public byte[] get() throws IOException {
        return client.ask(gets, getReplies);
    }

    @Benchmark
    public byte[] set() throws IOException {
        return client.ask(sets, setReplies);
    }

    @TearDown
    public void stop() throws IOException {
        client.close();
        memcached.close();
    }
}
