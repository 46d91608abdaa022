package io.github.fakecached.benchmark;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.fakecached.internal.command.BinaryParser;
import io.github.fakecached.internal.command.Command;
import io.github.fakecached.internal.command.SaslState;
import io.github.fakecached.internal.command.TextParser;
import io.github.fakecached.internal.version.VersionTraits;
import io.github.fakecached.internal.wire.BinaryFrame;
import io.github.fakecached.internal.wire.BinaryFrameDecoder;
import io.github.fakecached.internal.wire.Frame;
import io.github.fakecached.internal.wire.TextFrameDecoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long it takes from bytes to a command: the frame, and what it means. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
public class ParseBenchmark {

    private final TextParser parser = new TextParser(VersionTraits.V1_6_45);
    private final TextFrameDecoder lines = new TextFrameDecoder();
    private final BinaryFrameDecoder heads = new BinaryFrameDecoder();
    private final ByteBuf get = text("get key:0000001\r\n");
    private final ByteBuf set = text("set key:0000001 0 60 100\r\n");
    private final ByteBuf metaGet = text("mg key:0000001 v\r\n");
    private final ByteBuf metaStore = text("ms key:0000001 100 T60 c\r\n");
    private final ByteBuf binaryGet =
            Unpooled.buffer().writeBytes(BinaryRequests.get("key:0000001".getBytes(US_ASCII)));

    @Benchmark
    public Command textGet() {
        return command(get);
    }

    @Benchmark
    public Command textSet() {
        return command(set);
    }

    @Benchmark
    public Command metaGet() {
        return command(metaGet);
    }

    @Benchmark
    public Command metaStore() {
        return command(metaStore);
    }

    @Benchmark
    public Command binaryGet() {
        if (heads.next(binaryGet.readerIndex(0)) != BinaryFrame.REQUEST) {
            throw new IllegalStateException("no request");
        }
        return BinaryParser.parse(heads.request(), SaslState.OFF);
    }

    private Command command(ByteBuf line) {
        if (lines.next(line.readerIndex(0)) != Frame.LINE) {
            throw new IllegalStateException("no line");
        }
        return parser.parse(lines.line(), lines.lineLength(), lines.lineLengthWithEnd());
    }

    private static ByteBuf text(String line) {
        return Unpooled.buffer().writeBytes(line.getBytes(US_ASCII));
    }
}
