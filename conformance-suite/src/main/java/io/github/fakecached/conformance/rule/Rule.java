package io.github.fakecached.conformance.rule;

import io.github.fakecached.conformance.wire.Dialect;
import java.util.Set;

/**
 * One thing that memcached does and that can be relied on.
 *
 * @param id the rule's name for ever, such as {@code T-INCR-02}; never used again for another rule
 * @param dialects in which of them it can be seen
 * @param versions which releases keep it
 * @param level how much a server has to keep it
 * @param sentence what holds
 * @param source where that is written, or on what it was seen
 */
public record Rule(String id, Set<Dialect> dialects, Versions versions, Level level, String sentence, String source) {

    /** Keeps copies. */
    public Rule {
        dialects = Set.copyOf(dialects);
    }

    @Override
    public String toString() {
        return id + " " + sentence;
    }
}
