package io.github.fakecached;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.fakecached.internal.engine.DirectAccess;
import io.github.fakecached.internal.net.NodeServer;
import io.github.fakecached.internal.store.Item;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The items of a fake, to look at and to put without the wire. Looking at an item leaves no trace: it is not marked as fetched,
 * no counter moves. Expired and flushed items do not show.
 *
 * <pre>{@code
 * memcached.contents().put("greeting", "hello", Duration.ofMinutes(1));
 * assertThat(client.get("greeting")).isEqualTo("hello");
 * assertThat(memcached.contents().get("greeting").orElseThrow().timeToLive()).contains(Duration.ofMinutes(1));
 * }</pre>
 *
 * <p>Text is UTF-8. A key may be any bytes, but clients that speak text cannot ask for one with a space, CR, LF or NUL in it.
 * Safe for use by several threads: each call is one step between two commands. All methods throw
 * {@link IllegalStateException} if the fake is stopped.
 */
public final class Contents {

    private final NodeServer node;

    Contents(NodeServer node) {
        this.node = node;
    }

    /**
     * The item of a key.
     *
     * @param key the key as text
     * @return the item that a client would find now, or nothing
     */
    public Optional<StoredItem> get(String key) {
        return get(key.getBytes(UTF_8));
    }

    /**
     * The item of a key.
     *
     * @param key the key's bytes
     * @return the item that a client would find now, or nothing
     */
    public Optional<StoredItem> get(byte[] key) {
        return node.call(engine -> {
            DirectAccess items = engine.items();
            return Optional.ofNullable(items.get(key)).map(item -> stored(items, item));
        });
    }

    /**
     * All items that a client would find now.
     *
     * @return the items, in no particular order
     */
    public List<StoredItem> items() {
        return node.call(engine -> {
            DirectAccess items = engine.items();
            return items.all(item -> stored(items, item));
        });
    }

    /**
     * How many items a client would find now.
     *
     * @return zero or more
     */
    public int size() {
        return node.call(engine -> engine.items().all(Item::keyLength).size());
    }

    /**
     * Whether a client would find nothing now.
     *
     * @return true if there is no item
     */
    public boolean isEmpty() {
        return size() == 0;
    }

    /**
     * Puts an item that never expires, with flags 0, in place of one with the same key.
     *
     * @param key 1 to 250 bytes
     * @param value the value
     * @throws IllegalArgumentException if key or value have not the right length
     */
    public void put(String key, String value) {
        put(key.getBytes(UTF_8), value.getBytes(UTF_8), 0, Optional.empty());
    }

    /**
     * Puts an item that expires, with flags 0, in place of one with the same key.
     *
     * @param key 1 to 250 bytes
     * @param value the value
     * @param timeToLive how long it lives on the fake's clock, in whole seconds; at least one
     * @throws IllegalArgumentException if key or value have not the right length, or the time is not in whole seconds
     */
    public void put(String key, String value, Duration timeToLive) {
        put(key.getBytes(UTF_8), value.getBytes(UTF_8), 0, Optional.of(timeToLive));
    }

    /**
     * Puts an item in place of one with the same key.
     *
     * @param key 1 to 250 bytes
     * @param value the value
     * @param flags the client's flags, 0 to 4294967295; many clients tell by them how the value is encoded
     * @param timeToLive how long it lives on the fake's clock, in whole seconds, at least one; nothing for ever
     * @throws IllegalArgumentException if key or value have not the right length, flags are out of range, or the time is
     *     not in whole seconds
     */
    public void put(byte[] key, byte[] value, long flags, Optional<Duration> timeToLive) {
        require(key.length >= 1 && key.length <= Item.KEY_MAX_LENGTH, "a key has 1 to 250 bytes, not " + key.length);
        require(flags >>> Integer.SIZE == 0, "flags are 0 to 4294967295, not " + flags);
        long seconds = timeToLive.map(Contents::wholeSeconds).orElse(DirectAccess.NEVER_EXPIRES);
        boolean stored = node.call(engine -> engine.items().put(key, value, (int) flags, seconds));
        require(
                stored,
                "a value of " + value.length
                        + " bytes is too large, or there is no memory left: raise maxItemSize() or memoryLimit() of the builder");
    }

    /**
     * Removes an item.
     *
     * @param key the key as text
     * @return whether there was one that a client would have found
     */
    public boolean remove(String key) {
        return remove(key.getBytes(UTF_8));
    }

    /**
     * Removes an item.
     *
     * @param key the key's bytes
     * @return whether there was one that a client would have found
     */
    public boolean remove(byte[] key) {
        return node.call(engine -> engine.items().remove(key));
    }

    private static StoredItem stored(DirectAccess items, Item item) {
        byte[] keyAndValue = item.keyAndValue();
        return new StoredItem(
                Arrays.copyOf(keyAndValue, item.keyLength()),
                Arrays.copyOfRange(keyAndValue, item.keyLength(), keyAndValue.length),
                Integer.toUnsignedLong(item.flags()),
                item.cas(),
                items.secondsToLive(item));
    }

    private static long wholeSeconds(Duration timeToLive) {
        require(
                timeToLive.toSeconds() >= 1 && timeToLive.equals(Duration.ofSeconds(timeToLive.toSeconds())),
                "memcached counts whole seconds: a time to live is 1 s or more of them, not " + timeToLive);
        return timeToLive.toSeconds();
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
