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
import org.openjdk.jmh.annotations.Warmup;

/** How long one more fake takes in a JVM that has started others: what each test class pays that asks for its own. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class WarmStartBenchmark {

    private static final byte[] VERSION = "version\r\n".getBytes(US_ASCII);
    private static final int REPLY_LENGTH = "VERSION 1.6.45\r\n".length();

    @Benchmark
    public int startAndClose() {
        try (FakeMemcached memcached = FakeMemcached.start()) {
            return memcached.port();
        }
    }

    @Benchmark
    public byte[] startConnectAskForTheVersionAndClose() throws IOException {
        try (FakeMemcached memcached = FakeMemcached.start();
                RawClient client = new RawClient(memcached.address())) {
            return client.ask(VERSION, REPLY_LENGTH);
        }
    }
}
