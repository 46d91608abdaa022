package io.github.fakecached.conformance.model;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the classic commands mean when they are well formed and no time passes: items by key, and the reply to each command.
 * Uniques are counted here by a number of its own, a stamp; which unique a server gave for which stamp is for others to see.
 */
public final class TextModel {

    private static final BigInteger MAX = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

    private final Map<String, Item> items = new HashMap<>();
    private int stamps;

    /** A server without items. */
    public TextModel() {}

    /** A server with one item. */
    public TextModel(String key, Item item) {
        items.put(key, item);
        stamps = item.stamp();
    }

    /**
     * An item.
     *
     * @param flags its flags
     * @param value its value
     * @param stamp which of all changes made it what it is
     */
    public record Item(long flags, String value, int stamp) {}

    /** The item of a key. */
    public Optional<Item> item(String key) {
        return Optional.ofNullable(items.get(key));
    }

    /** set: always stores. */
    public String set(String key, long flags, String value) {
        items.put(key, new Item(flags, value, ++stamps));
        return "STORED";
    }

    /** add: stores where there is nothing. */
    public String add(String key, long flags, String value) {
        return items.containsKey(key) ? "NOT_STORED" : set(key, flags, value);
    }

    /** replace: stores where there is something. */
    public String replace(String key, long flags, String value) {
        return items.containsKey(key) ? set(key, flags, value) : "NOT_STORED";
    }

    /** append: puts data behind the value. */
    public String append(String key, String value) {
        return item(key)
                .map(item -> set(key, item.flags(), item.value() + value))
                .orElse("NOT_STORED");
    }

    /** prepend: puts data before the value. */
    public String prepend(String key, String value) {
        return item(key)
                .map(item -> set(key, item.flags(), value + item.value()))
                .orElse("NOT_STORED");
    }

    /** cas: stores where the item is the one with this stamp. */
    public String cas(String key, long flags, String value, int stamp) {
        return item(key)
                .map(item -> item.stamp() == stamp ? set(key, flags, value) : "EXISTS")
                .orElse("NOT_FOUND");
    }

    /** delete: removes the item. */
    public String delete(String key) {
        return items.remove(key) == null ? "NOT_FOUND" : "DELETED";
    }

    /** touch: changes nothing but the time, which does not pass. */
    public String touch(String key) {
        return items.containsKey(key) ? "TOUCHED" : "NOT_FOUND";
    }

    /** incr or decr. */
    public String add(String key, BigInteger delta) {
        return item(key).map(item -> add(key, item, delta)).orElse("NOT_FOUND");
    }

    /** flush_all: removes everything. */
    public String flush() {
        items.clear();
        return "OK";
    }

    private String add(String key, Item item, BigInteger delta) {
        // White space ends a number, whatever comes after it.
        var digits = item.value().split("\\s", 2)[0];
        if (!digits.matches("\\d{1,20}") || new BigInteger(digits).compareTo(MAX) > 0) {
            return "CLIENT_ERROR cannot increment or decrement non-numeric value";
        }
        var sum = new BigInteger(digits).add(delta);
        var number = sum.signum() < 0 ? "0" : sum.and(MAX).toString();
        set(key, item.flags(), number + " ".repeat(Math.max(0, item.value().length() - number.length())));
        return number;
    }
}
