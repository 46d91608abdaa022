package io.github.fakecached.cli;

import java.util.List;

/** What may stand behind the = of a suboption of -o. */
sealed interface ValueRule {

    /** Refuses a value that memcached refuses; {@code name} is for the message. */
    void check(String name, String value);

    /** A whole number or, if {@code fraction}, any number, within bounds that are themselves allowed. */
    record Range(boolean fraction, double min, double max) implements ValueRule {
        @Override
        public void check(String name, String value) {
            double number;
            try {
                number = fraction ? Double.parseDouble(value) : Long.parseLong(value);
            } catch (NumberFormatException e) {
                throw Refusal.ofUse("could not parse argument to " + name + ": " + value);
            }
            if (!(number >= min && number <= max)) {
                throw Refusal.ofUse("-o " + name + "=" + value + ": out of range");
            }
        }
    }

    /** One of a few numbers that stand for something. */
    record Choice(int min, int max) implements ValueRule {
        @Override
        public void check(String name, String value) {
            int number;
            try {
                number = Integer.parseInt(value);
            } catch (NumberFormatException e) {
                throw Refusal.ofUse("could not parse argument to " + name);
            }
            if (number < min || number > max) {
                throw Refusal.ofUse("Invalid " + name + ". Use help to see valid options.");
            }
        }
    }

    /** One of some words. */
    record Word(String... words) implements ValueRule {
        @Override
        public void check(String name, String value) {
            if (!List.of(words).contains(value)) {
                throw Refusal.ofUse("Unknown " + name + " option (" + String.join(", ", words) + "): " + value);
            }
        }
    }

    /** Any text, for example the name of a file. */
    record Text() implements ValueRule {
        @Override
        public void check(String name, String value) {}
    }

    /** No value: memcached overlooks one. */
    record Nothing() implements ValueRule {
        @Override
        public void check(String name, String value) {}
    }
}
