package io.github.fakecached.cli;

/** A whole number as the value of an option. memcached takes what is none for 0, the fake refuses it. */
final class WholeNumber {

    private WholeNumber() {}

    static int of(String option, String value) {
        try {
            return Integer.parseInt(value.strip());
        } catch (NumberFormatException e) {
            throw Refusal.ofUse(option + " " + value + ": not a whole number");
        }
    }
}
