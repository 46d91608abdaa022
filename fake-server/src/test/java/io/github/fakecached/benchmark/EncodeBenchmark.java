package io.github.fakecached.benchmark;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.fakecached.internal.reply.BinaryEncoder;
import io.github.fakecached.internal.reply.MetaReply;
import io.github.fakecached.internal.reply.Outcome;
import io.github.fakecached.internal.reply.Reply;
import io.github.fakecached.internal.reply.TextEncoder;
import io.github.fakecached.internal.wire.BinaryRequest;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.List;
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
import org.openjdk.jmh.annotations.Warmup;

/** How long it takes from a reply to bytes. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
public class EncodeBenchmark {

    private static final byte[] KEY = "key:0000001".getBytes(US_ASCII);

    /** How long the value is. */
    @Param({"100", "102400"})
    private int valueLength;

    private final ByteBuf out = Unpooled.directBuffer(1 << 20);
    private final Reply stored = new Reply.Status(Outcome.STORED, 1);
    private final BinaryRequest request = new BinaryRequest(0, 0, 0, new byte[0], KEY, KEY.length);
    private Reply values;
    private Reply metaValue;

    @Setup
    public void make() {
        byte[] keyAndValue = new byte[KEY.length + valueLength];
        System.arraycopy(KEY, 0, keyAndValue, 0, KEY.length);
        values = new Reply.Values(List.of(new Reply.Value(keyAndValue, KEY.length, 0, 1)), false);
        metaValue = new MetaReply(MetaReply.Code.VA, keyAndValue, KEY.length);
    }

    @Benchmark
    public ByteBuf textValue() {
        TextEncoder.encode(values, out.clear());
        return out;
    }

    @Benchmark
    public ByteBuf textStored() {
        TextEncoder.encode(stored, out.clear());
        return out;
    }

    @Benchmark
    public ByteBuf metaValue() {
        TextEncoder.encode(metaValue, out.clear());
        return out;
    }

    @Benchmark
    public ByteBuf binaryValue() {
        BinaryEncoder.encode(values, request, out.clear());
        return out;
    }
}
