package io.github.fakecached.internal.command;

/** Requests by which a client signs in: to the binary protocol by SASL, to the text protocol by what looks like a set. */
public sealed interface AuthenticationCommand extends Command {

    /** Tell the mechanisms of SASL. */
    record ListMechanisms() implements AuthenticationCommand {}

    /**
     * Sign in by SASL: the mechanism is the key, what it has to say is the data.
     *
     * @param step whether this goes on with what was begun before
     */
    record Authenticate(boolean step, byte[] keyAndValue, int keyLength, int length)
            implements AuthenticationCommand, WithData {

        @Override
        public Authenticate withData(byte[] complete) {
            return new Authenticate(step, complete, keyLength, length);
        }
    }

    /**
     * Sign in on a text connection.
     *
     * @param keyAndValue user and password, once they have come; there is no key
     */
    record SignIn(byte[] keyAndValue, int length) implements AuthenticationCommand, WithData {

        @Override
        public int keyLength() {
            return 0;
        }

        @Override
        public SignIn withData(byte[] complete) {
            return new SignIn(complete, length);
        }
    }
}
