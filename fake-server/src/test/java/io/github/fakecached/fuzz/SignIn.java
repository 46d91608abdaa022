package io.github.fakecached.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

/** Sessions of clients that have to sign in by text: those who have not signed in find nothing and change nothing. */
public final class SignIn {

    private SignIn() {}

    public static void fuzzerTestOneInput(byte[] input) {
        byte[] replies = new FuzzedSession(input, true, settings -> settings.textUser("anne", "secret")).replies();
        String text = FuzzedSession.text(replies);
        assertThat(text).matches("(?s)|.*\n");
        if (!FuzzedSession.text(input).contains("anne secret")) {
            assertThat(text).matches("(CLIENT_ERROR [a-z ]+\r\n)*");
        }
    }
}
