package io.github.fakecached.conformance.wire;

/**
 * What a server sent for something that was asked: its bytes, one character each, and whether it closed the connection
 * after them.
 *
 * @param text the bytes received, as ISO-8859-1
 * @param closed whether the server closed the connection instead of going on
 */
public record Reply(String text, boolean closed) {

    /** A reply after which the connection goes on. */
    public static Reply of(String text) {
        return new Reply(text, false);
    }

    @Override
    public String toString() {
        return Escapes.escape(text) + (closed ? "(closed)" : "");
    }
}
