package io.github.fakecached.cli.admin;

import java.util.List;

/**
 * A named parameter of an operation: what both doors check, and what the description tells.
 *
 * @param choices what it may be; none if that is not a closed set
 */
record Parameter(String name, Type type, boolean required, String description, List<String> choices) {

    /** What its text is read as; named as JSON Schema names it. */
    enum Type {
        STRING,
        NUMBER,
        INTEGER,
        BOOLEAN
    }

    static final Parameter NODE =
            optional("node", Type.STRING, "the name of a node; not needed where there is one only");

    static Parameter required(String name, Type type, String description) {
        return new Parameter(name, type, true, description, List.of());
    }

    static Parameter optional(String name, Type type, String description) {
        return new Parameter(name, type, false, description, List.of());
    }

    /** The same for one of some words. */
    Parameter of(List<String> words) {
        return new Parameter(name, type, required, description, words);
    }
}
