package io.github.fakecached;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * A stored item as it was when a test looked at it; later changes do not show.
 *
 * <pre>{@code
 * StoredItem item = memcached.contents().get("session:u1").orElseThrow();
 * assertThat(item.valueAsString()).isEqualTo("token");
 * assertThat(item.timeToLive()).contains(Duration.ofMinutes(30));
 * }</pre>
 *
 * <p>Immutable, and so safe for use by several threads.
 */
public final class StoredItem {

    private final byte[] key;
    private final byte[] value;
    private final long flags;
    private final long casUnique;
    private final long secondsToLive;

    StoredItem(byte[] key, byte[] value, long flags, long casUnique, long secondsToLive) {
        this.key = key;
        this.value = value;
        this.flags = flags;
        this.casUnique = casUnique;
        this.secondsToLive = secondsToLive;
    }

    /**
     * The key.
     *
     * @return a copy of its bytes, 1 to 250 of them
     */
    public byte[] key() {
        return key.clone();
    }

    /**
     * The key as text.
     *
     * @return its bytes read as UTF-8
     */
    public String keyAsString() {
        return new String(key, StandardCharsets.UTF_8);
    }

    /**
     * The value.
     *
     * @return a copy of its bytes
     */
    public byte[] value() {
        return value.clone();
    }

    /**
     * The value as text.
     *
     * @return its bytes read as UTF-8
     */
    public String valueAsString() {
        return new String(value, StandardCharsets.UTF_8);
    }

    /**
     * The client's flags.
     *
     * @return 0 to 4294967295
     */
    public long flags() {
        return flags;
    }

    /**
     * The item's cas unique, which changes with each change of the value.
     *
     * @return an unsigned 64-bit number
     */
    public long casUnique() {
        return casUnique;
    }

    /**
     * How long the item would have lived on, on the fake's clock.
     *
     * @return whole seconds, or nothing if the item never expires
     */
    public Optional<Duration> timeToLive() {
        return secondsToLive < 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(secondsToLive));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StoredItem that
                && Arrays.equals(key, that.key)
                && Arrays.equals(value, that.value)
                && flags == that.flags
                && casUnique == that.casUnique
                && secondsToLive == that.secondsToLive;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(key) * 31 + Long.hashCode(casUnique);
    }

    @Override
    public String toString() {
        String life = secondsToLive < 0 ? "never expires" : "expires in " + secondsToLive + " s";
        return keyAsString() + " (" + value.length + " bytes, flags " + flags + ", cas unique "
                + Long.toUnsignedString(casUnique) + ", " + life + ")";
    }
}
