package io.github.fakecached.conformance.model;

import java.math.BigInteger;
import java.util.Locale;

/**
 * A command about the item of one key, in no dialect. What a verb has no use for is empty or 0.
 *
 * @param verb what is to be done
 * @param key the item's key
 * @param flags for the item, an unsigned 32 bit number
 * @param argument the value to store, or the number to count by
 * @param unique the cas unique to compare, in decimal digits
 */
public record ItemCommand(Verb verb, String key, long flags, String argument, String unique) {

    /** What there is to be done. */
    public enum Verb {
        /** Stores. */
        SET,
        /** Stores where there is nothing. */
        ADD,
        /** Stores where there is something. */
        REPLACE,
        /** Puts data behind the value. */
        APPEND,
        /** Puts data before the value. */
        PREPEND,
        /** Stores over the item with this unique. */
        CAS,
        /** Adds to a number. */
        INCR,
        /** Takes from a number. */
        DECR,
        /** Removes the item. */
        DELETE,
        /** Sets the time, to never. */
        TOUCH,
        /** Looks at the item. */
        GETS
    }

    /** A store without a unique. */
    public static ItemCommand store(Verb verb, String key, long flags, String value) {
        return new ItemCommand(verb, key, flags, value, "");
    }

    /** A store over the item with this unique. */
    public static ItemCommand cas(String key, long flags, String value, String unique) {
        return new ItemCommand(Verb.CAS, key, flags, value, unique);
    }

    /** An incr or decr. */
    public static ItemCommand count(Verb verb, String key, String delta) {
        return new ItemCommand(verb, key, 0, delta, "");
    }

    /** A command of nothing but a key. */
    public static ItemCommand of(Verb verb, String key) {
        return new ItemCommand(verb, key, 0, "", "");
    }

    /**
     * Carries it out, and gives the words of the answer.
     *
     * @param stamp the model's own name for the unique, if it is to be compared
     */
    public String answeredBy(TextModel model, int stamp) {
        return switch (verb) {
            case SET -> model.set(key, flags, argument);
            case ADD -> model.add(key, flags, argument);
            case REPLACE -> model.replace(key, flags, argument);
            case APPEND -> model.append(key, argument);
            case PREPEND -> model.prepend(key, argument);
            case CAS -> model.cas(key, flags, argument, stamp);
            case INCR -> model.add(key, new BigInteger(argument));
            case DECR -> model.add(key, new BigInteger(argument).negate());
            case DELETE -> model.delete(key);
            case TOUCH -> model.touch(key);
            case GETS ->
                model.item(key)
                        .map(item -> Answer.of(item.flags(), item.value(), "").words())
                        .orElse(Answer.MISS);
        };
    }

    @Override
    public String toString() {
        return (verb.name().toLowerCase(Locale.ROOT) + " " + key
                        + (argument.isEmpty() ? "" : " " + argument)
                        + (flags == 0 ? "" : " with flags " + flags)
                        + (unique.isEmpty() ? "" : " over " + unique))
                .strip();
    }
}
