package io.github.fakecached.benchmark;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.fakecached.FakeMemcached;
import io.github.fakecached.internal.net.EmbeddedNode;
import java.io.ByteArrayOutputStream;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long a request takes from the bytes of a read to those of a write, all but the socket: 32 come together. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@State(Scope.Benchmark)
public class PipelineBenchmark {

    private static final int TOGETHER = 32;
    private static final String KEY = "key:0000001";
    private static final String VALUE = "v".repeat(100);

    /** What the client speaks. */
    public enum Dialect {
        TEXT {
            @Override
            byte[] get() {
                return ("get " + KEY + "\r\n").getBytes(US_ASCII);
            }

            @Override
            byte[] set() {
                return ("set " + KEY + " 0 0 100\r\n" + VALUE + "\r\n").getBytes(US_ASCII);
            }
        },
        META {
            @Override
            byte[] get() {
                return ("mg " + KEY + " v\r\n").getBytes(US_ASCII);
            }

            @Override
            byte[] set() {
                return ("ms " + KEY + " 100\r\n" + VALUE + "\r\n").getBytes(US_ASCII);
            }
        },
        BINARY {
            @Override
            byte[] get() {
                return BinaryRequests.get(KEY.getBytes(US_ASCII));
            }

            @Override
            byte[] set() {
                return BinaryRequests.set(KEY.getBytes(US_ASCII), VALUE.getBytes(US_ASCII));
            }
        };

        abstract byte[] get();

        abstract byte[] set();
    }

    @Param
    private Dialect dialect;

    /** How many exchanges the journal keeps. */
    @Param({"10000", "0"})
    private int journal;

    private EmbeddedNode node;
    private byte[] gets;
    private byte[] sets;

    @Setup
    public void connect() {
        node = new EmbeddedNode(FakeMemcached.builder(), journal);
        gets = together(dialect.get());
        sets = together(dialect.set());
        set();
    }

    @Benchmark
    @OperationsPerInvocation(TOGETHER)
    public byte[] get() {
        return answered(gets);
    }

    @Benchmark
    @OperationsPerInvocation(TOGETHER)
    public byte[] set() {
        return answered(sets);
    }

    private byte[] answered(byte[] requests) {
        byte[] replies = node.say(requests, requests.length);
        if (replies.length == 0) {
            throw new IllegalStateException("no answer");
        }
        return replies;
    }

    private static byte[] together(byte[] request) {
        ByteArrayOutputStream requests = new ByteArrayOutputStream();
        for (int i = 0; i < TOGETHER; i++) {
            requests.writeBytes(request);
        }
        return requests.toByteArray();
    }
}
