package io.github.fakecached.cli;

/** Why the fake does not start: the line for standard error, and the exit code, which is memcached's for such a reason. */
final class Refusal extends RuntimeException {

    static final int FAILURE = 1;
    static final int USAGE = 64;
    static final int SYSTEM = 71;

    private final int exitCode;

    private Refusal(String message, int exitCode) {
        super(message.lines().findFirst().orElse(message), null, false, false);
        this.exitCode = exitCode;
    }

    /** The command line is wrong, or asks for what the fake does not serve. */
    static Refusal ofUse(String message) {
        return new Refusal(message, USAGE);
    }

    /** A file that the command line names cannot be used. */
    static Refusal ofFailure(String message) {
        return new Refusal(message, FAILURE);
    }

    /** The machine does not give what the command line asks for. */
    static Refusal ofSystem(String message) {
        return new Refusal(message, SYSTEM);
    }

    int exitCode() {
        return exitCode;
    }

    String line() {
        return "fakecached: " + getMessage();
    }
}
