package io.github.fakecached.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.BindingProtocol;
import java.nio.ByteBuffer;

/** Sessions of the binary protocol. */
public final class BinarySession {

    private static final int HEADER = 24;
    private static final int LENGTH_AT = 8;

    private BinarySession() {}

    public static void fuzzerTestOneInput(byte[] input) {
        byte[] replies =
                new FuzzedSession(input, false, settings -> settings.bindingProtocol(BindingProtocol.BINARY)).replies();
        ByteBuffer rest = ByteBuffer.wrap(replies);
        while (rest.hasRemaining()) {
            int start = rest.position();
            assertThat(rest.get(start)).isEqualTo((byte) 0x81);
            rest.position(start + HEADER + rest.getInt(start + LENGTH_AT));
        }
    }
}
