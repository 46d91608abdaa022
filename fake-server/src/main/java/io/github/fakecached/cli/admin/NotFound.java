package io.github.fakecached.cli.admin;

/** What was named is not there. */
final class NotFound extends RuntimeException {

    private static final long serialVersionUID = 1;

    NotFound(String message) {
        super(message, null, false, false);
    }
}
