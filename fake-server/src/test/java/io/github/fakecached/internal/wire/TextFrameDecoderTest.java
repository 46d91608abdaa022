package io.github.fakecached.internal.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextFrameDecoderTest {

    private final TextFrameDecoder decoder = new TextFrameDecoder();
    private final ByteBuf in = Unpooled.buffer();

    @Test
    void aLineEndsAtLfAndACrBeforeItIsDropped() {
        write("version\r\nget a\nx\r\r\n\n");
        assertThat(nextLine()).isEqualTo("version");
        assertThat(decoder.lineLengthWithEnd()).isEqualTo(9);
        assertThat(nextLine()).isEqualTo("get a");
        assertThat(nextLine()).isEqualTo("x\r");
        assertThat(nextLine()).isEmpty();
        assertThat(decoder.next(in)).isEqualTo(Frame.INCOMPLETE);
    }

    @Test
    void aLineMayComeByteByByte() {
        for (byte b : "get a\r".getBytes(US_ASCII)) {
            in.writeByte(b);
            assertThat(decoder.next(in)).isEqualTo(Frame.INCOMPLETE);
        }
        write("\n");
        assertThat(nextLine()).isEqualTo("get a");
    }

    @Test
    void aDataBlockIsPutBehindItsHeadHoweverItIsCut() {
        byte[] whole = "abcdef\r\n".getBytes(US_ASCII);
        for (int cut = 0; cut < whole.length; cut++) {
            decoder.expectData(new byte[] {'k'}, 6);
            in.writeBytes(whole, 0, cut);
            assertThat(decoder.next(in)).isEqualTo(Frame.INCOMPLETE);
            assertThat(decoder.isInDataBlock()).isTrue();
            in.writeBytes(whole, cut, whole.length - cut);
            assertThat(decoder.next(in)).isEqualTo(Frame.DATA);
            assertThat(new String(decoder.data(), US_ASCII)).isEqualTo("kabcdef");
            assertThat(decoder.isInDataBlock()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab\n\r", "abc\r", "ab\n\n", "ab\r\r"})
    void aDataBlockWithoutCrLfBehindItIsBad(String bytes) {
        decoder.expectData(new byte[0], 2);
        write(bytes + "version\r\n");
        assertThat(decoder.next(in)).isEqualTo(Frame.BAD_DATA);
        assertThat(nextLine()).isEqualTo("version");
    }

    @Test
    void anEmptyDataBlockIsJustItsEnd() {
        decoder.expectData(new byte[3], 0);
        write("\r\n");
        assertThat(decoder.next(in)).isEqualTo(Frame.DATA);
    }

    @Test
    void aSkippedDataBlockLeavesNothing() {
        decoder.skipData(10);
        write("0123");
        assertThat(decoder.next(in)).isEqualTo(Frame.INCOMPLETE);
        assertThat(decoder.isInDataBlock()).isTrue();
        write("456789..version\r\n");
        assertThat(decoder.next(in)).isEqualTo(Frame.SKIPPED);
        assertThat(nextLine()).isEqualTo("version");
        assertThat(decoder.isInDataBlock()).isFalse();
    }

    @Test
    void aLineWithoutEndIsGivenUpAfter2048Bytes() {
        write("x".repeat(2048));
        assertThat(decoder.next(in)).isEqualTo(Frame.INCOMPLETE);
        write("x");
        assertThat(decoder.next(in)).isEqualTo(Frame.LINE_TOO_LONG);
    }

    @Test
    void aLongLineThatComesWithItsEndIsALine() {
        write("x".repeat(3000) + "\r\n");
        assertThat(nextLine()).hasSize(3000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"get ", "gets ", "     get "})
    void aLineOfManyKeysIsWaitedFor(String command) {
        write(command + "key ".repeat(4000));
        assertThat(decoder.next(in)).isEqualTo(Frame.INCOMPLETE);
        write("\r\n");
        assertThat(nextLine()).hasSize(command.length() + 16000);
    }

    @Test
    void moreThanAHundredSpacesAreNotWaitedFor() {
        write(" ".repeat(101) + "get " + "key ".repeat(600));
        assertThat(decoder.next(in)).isEqualTo(Frame.LINE_TOO_LONG);
    }

    @Test
    void anOverlongLineOfManyKeysIsGivenUp() {
        write("get ");
        in.writeBytes(new byte[TextFrameDecoder.MULTIGET_MAX]);
        assertThat(decoder.next(in)).isEqualTo(Frame.LINE_TOO_LONG);
    }

    private void write(String bytes) {
        in.writeBytes(bytes.getBytes(US_ASCII));
    }

    private String nextLine() {
        assertThat(decoder.next(in)).isEqualTo(Frame.LINE);
        return new String(decoder.line(), 0, decoder.lineLength(), US_ASCII);
    }
}
