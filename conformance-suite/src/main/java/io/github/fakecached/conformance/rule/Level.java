package io.github.fakecached.conformance.rule;

import java.util.Locale;
import java.util.stream.Stream;

/** How much a server has to keep a rule. */
public enum Level {
    /** Whoever claims to speak the dialect keeps it: it is documented, or every memcached keeps it. */
    REQUIRED,
    /** About something that a server may leave out, such as administration. */
    OPTIONAL,
    /** Known to vary between releases of memcached: clients must not lean on it. */
    VARIES;

    /** The level with this name, in lower case as in the tables. */
    static Level named(String name) {
        return Stream.of(values())
                .filter(level -> level.toString().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("a level is required, optional or varies, and not " + name));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
