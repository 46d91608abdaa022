package io.github.fakecached.conformance.client;

/** A method of {@link ClientUnderTest} is missing that a rule calls. This is a mistake of whoever wrote it, and no failure of the client. */
final class NotImplemented extends UnsupportedOperationException {

    private static final long serialVersionUID = 1L;

    NotImplemented(String message) {
        super(message);
    }
}
