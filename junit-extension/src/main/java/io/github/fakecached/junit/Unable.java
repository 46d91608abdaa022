package io.github.fakecached.junit;

import io.github.fakecached.BindingProtocol;
import io.github.fakecached.ConnectionSettings;

/** Refuses to make clients that could not be served, and tells what to do instead. */
final class Unable {

    private Unable() {}

    static void toSpeakTls(String library, ConnectionSettings settings) {
        refuse(
                settings.tls().isPresent(),
                library
                        + " does not speak TLS, and the fake speaks nothing else: leave out its TLS, or test with folsom");
    }

    static void toSignInByText(String library, ConnectionSettings settings) {
        refuse(
                settings.user().isPresent() && settings.protocol() == BindingProtocol.ASCII,
                library + " cannot sign in by the text protocol, as the fake wants it: give the fake users by SASL,"
                        + " or test with folsom");
    }

    static void refuse(boolean impossible, String message) {
        if (impossible) {
            throw new IllegalArgumentException(message);
        }
    }
}
