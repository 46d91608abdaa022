package io.github.fakecached.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DataBlockTest {

    private static final int LENGTH = 1_000_003;

    private final DataBlock block = new DataBlock();

    @Test
    void announcingABlockCostsNothing() {
        block.expect(new byte[] {'k'}, 1 << 30);
        assertThat(block.fill(Unpooled.EMPTY_BUFFER)).isFalse();
        assertThat(block.bytes()).hasSize(1);
    }

    @Test
    void thereIsRoomForAFewTimesWhatHasCome() {
        ByteBuf in = Unpooled.buffer();
        block.expect(new byte[] {'k'}, Integer.MAX_VALUE - 10);
        for (int part = 1; part < 100_000; part *= 2) {
            in.writeZero(part);
            block.fill(in);
            assertThat(block.bytes()).hasSizeLessThanOrEqualTo(DataBlock.AHEAD * (1 + in.writerIndex()));
        }
    }

    @Test
    void aBlockThatIsThereAtOnceTakesOneArrayOfItsSize() {
        block.expect(new byte[] {'k'}, 3);
        assertThat(block.fill(Unpooled.wrappedBuffer(new byte[] {1, 2, 3, '\r', '\n'})))
                .isTrue();
        assertThat(block.bytes()).containsExactly('k', 1, 2, 3);
    }

    @Test
    void aLargeBlockIsWholeHoweverItIsCut() {
        byte[] value = new byte[LENGTH];
        new Random(1).nextBytes(value);
        ByteBuf in = Unpooled.buffer();
        block.expect(new byte[] {'k'}, LENGTH);

        int sent = 0;
        for (int part = 1; sent + part < LENGTH; part *= 3) {
            in.writeBytes(value, sent, part);
            assertThat(block.fill(in)).isFalse();
            sent += part;
        }
        in.writeBytes(value, sent, LENGTH - sent).writeByte('x');

        assertThat(block.fill(in)).isTrue();
        assertThat(in.readableBytes()).isOne();
        assertThat(block.bytes()).hasSize(1 + LENGTH).startsWith('k').endsWith(value);
    }
}
