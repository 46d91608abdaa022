package io.github.fakecached.conformance.wire;

/**
 * One thing that was sent, and what was received for it.
 *
 * @param dialect what was spoken
 * @param sent the bytes, one character each; may hold placeholders where a template was recorded
 * @param received the whole reply
 */
public record Exchange(Dialect dialect, String sent, Reply received) {

    /** In the classic text protocol. */
    public Exchange(String sent, Reply received) {
        this(Dialect.TEXT, sent, received);
    }
}
