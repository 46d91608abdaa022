package io.github.fakecached.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** The head of a datagram has four numbers of two bytes, the higher one first. */
class DatagramTest {

    private static final Datagram DATAGRAM = new Datagram(0x1234, 1, 0x0203, 0xffff, "get k\r\n");
    private static final String BYTES = "\u0012\u0034\0\u0001\u0002\u0003\u00ff\u00ffget k\r\n";

    @Test
    void isSentWithItsHead() {
        assertThat(DATAGRAM.bytes()).isEqualTo(BYTES);
    }

    @Test
    void isUnderstoodByItsHead() {
        assertThat(Datagram.of(BYTES)).isEqualTo(DATAGRAM);
    }

    @Test
    void aRequestIsTheOnlyOneOfItsMessage() {
        assertThat(Datagram.request(7, "x").bytes()).isEqualTo("\0\u0007\0\0\0\u0001\0\0x");
    }

    @Test
    void needsAWholeHead() {
        assertThatThrownBy(() -> Datagram.of(BYTES.substring(0, 7)))
                .isInstanceOf(NoReply.class)
                .hasMessageContaining("a datagram has no whole head");
    }
}
