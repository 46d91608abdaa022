package io.github.fakecached.conformance.rule;

/**
 * One thing that memcached does and that can be relied on.
 *
 * @param id the rule's name for ever, such as {@code T-INCR-02}; never used again for another rule
 * @param sentence what holds
 * @param source where that is written, or on what it was seen
 */
public record Rule(String id, String sentence, String source) {

    @Override
    public String toString() {
        return id + " " + sentence;
    }
}
