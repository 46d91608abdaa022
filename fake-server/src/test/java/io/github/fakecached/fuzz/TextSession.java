package io.github.fakecached.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

/** Sessions of classic text and meta commands. */
public final class TextSession {

    private TextSession() {}

    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length > 1 && input[1] == (byte) 0x80) {
            return; // which is for the binary protocol
        }
        byte[] replies = new FuzzedSession(input, false, settings -> settings).replies();
        assertThat(FuzzedSession.text(replies)).matches("(?s)|.*\n");
    }
}
