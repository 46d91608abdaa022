package io.github.fakecached.conformance.wire;

/**
 * One thing that was sent, and what was received for it.
 *
 * @param sent the bytes, one character each; may hold placeholders where a template was recorded
 * @param received the whole reply
 */
public record Exchange(String sent, Reply received) {}
