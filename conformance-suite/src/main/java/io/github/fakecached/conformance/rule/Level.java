package io.github.fakecached.conformance.rule;

import java.util.Locale;
import java.util.stream.Stream;

/** How much a server has to keep a rule. */
public enum Level {
    /** Whoever claims to speak the dialect keeps it: it is documented, or every memcached keeps it. */
    REQUIRED("whoever speaks the dialect keeps it"),
    /** About something that a server may leave out, such as administration. */
    OPTIONAL("about what may be left out"),
    /** Known to vary between releases of memcached: clients must not lean on it. */
    VARIES("not the same in all releases, or clients");

    private final String meaning;

    Level(String meaning) {
        this.meaning = meaning;
    }

    /** What it says of a rule, in a few words for a legend. */
    public String meaning() {
        return meaning;
    }

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
