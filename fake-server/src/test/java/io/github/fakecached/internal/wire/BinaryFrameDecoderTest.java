package io.github.fakecached.internal.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class BinaryFrameDecoderTest {

    private static final String HEADER = "8001" + "0003" + "08" + "ff" + "0102" + "00000010" + "deadbeef";
    private static final String CAS = "8000000000000001";
    private static final String EXTRAS = "0102030405060708";
    private static final byte[] REQUEST = HexFormat.of().parseHex(HEADER + CAS + EXTRAS + hex("key") + hex("value"));
    private static final int HEAD = 24 + 8 + 3;

    private final BinaryFrameDecoder decoder = new BinaryFrameDecoder();
    private final ByteBuf in = Unpooled.buffer();

    @Test
    void aHeadSaysWhatTheHeaderSays() {
        in.writeBytes(REQUEST);
        assertThat(decoder.next(in)).isEqualTo(BinaryFrame.REQUEST);
        assertThat(decoder.request()).usingRecursiveComparison().isEqualTo(expected());
        assertThat(decoder.request().valueLength()).isEqualTo(5);
        assertThat(decoder.isInValue()).isFalse();
    }

    @Test
    void aRequestMayBeCutAnywhere() {
        for (int cut = 0; cut < REQUEST.length; cut++) {
            in.writeBytes(REQUEST, 0, cut);
            if (cut < HEAD) {
                assertThat(decoder.next(in)).isEqualTo(BinaryFrame.INCOMPLETE);
                in.writeBytes(REQUEST, cut, HEAD - cut);
                assertThat(decoder.next(in)).isEqualTo(BinaryFrame.REQUEST);
            } else {
                assertThat(decoder.next(in)).isEqualTo(BinaryFrame.REQUEST);
            }
            assertThat(decoder.request()).usingRecursiveComparison().isEqualTo(expected());
            decoder.expectValue(new byte[] {'k'}, 5);
            assertThat(decoder.next(in)).isEqualTo(BinaryFrame.INCOMPLETE);
            assertThat(decoder.isInValue()).isTrue();
            int sent = Math.max(cut, HEAD);
            in.writeBytes(REQUEST, sent, REQUEST.length - sent);
            assertThat(decoder.next(in)).isEqualTo(BinaryFrame.VALUE);
            assertThat(new String(decoder.value(), US_ASCII)).isEqualTo("kvalue");
            assertThat(decoder.isInValue()).isFalse();
            assertThat(in.isReadable()).isFalse();
        }
    }

    @Test
    void anEmptyValueIsThereAtOnce() {
        decoder.expectValue(new byte[3], 0);
        assertThat(decoder.next(in)).isEqualTo(BinaryFrame.VALUE);
    }

    @Test
    void aSkippedValueLeavesNothing() {
        decoder.skipValue(10);
        in.writeZero(4);
        assertThat(decoder.next(in)).isEqualTo(BinaryFrame.INCOMPLETE);
        assertThat(decoder.isInValue()).isTrue();
        assertThat(in.isReadable()).isFalse();
        in.writeZero(6).writeBytes(REQUEST);
        assertThat(decoder.next(in)).isEqualTo(BinaryFrame.SKIPPED);
        assertThat(decoder.next(in)).isEqualTo(BinaryFrame.REQUEST);
        assertThat(decoder.isInValue()).isFalse();
    }

    @Test
    void aBodyShorterThanItsKeyHasAValueOfNegativeLength() {
        in.writeBytes(REQUEST).setInt(8, 10);
        assertThat(decoder.next(in)).isEqualTo(BinaryFrame.REQUEST);
        assertThat(decoder.request().valueLength()).isEqualTo(-1);
    }

    @Test
    void aBodyLengthIsUnsigned() {
        in.writeBytes(REQUEST).setInt(8, -1);
        assertThat(decoder.next(in)).isEqualTo(BinaryFrame.REQUEST);
        assertThat(decoder.request().bodyLength()).isEqualTo(0xffff_ffffL);
    }

    @Test
    void whatDoesNotBeginAsARequestIsForeignOnceThereIsAHeadersWorthOfIt() {
        in.writeByte(0x81).writeZero(22);
        assertThat(decoder.next(in)).isEqualTo(BinaryFrame.INCOMPLETE);
        in.writeZero(1);
        assertThat(decoder.next(in)).isEqualTo(BinaryFrame.FOREIGN);
    }

    private static BinaryRequest expected() {
        return new BinaryRequest(
                1, 0xdeadbeef, 0x8000000000000001L, HexFormat.of().parseHex(EXTRAS), "key".getBytes(US_ASCII), 16);
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(US_ASCII));
    }
}
