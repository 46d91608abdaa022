package io.github.fakecached.internal.store;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One item: key, value and what memcached keeps beside them. Key and value share an array, because a second array would cost
 * 16 bytes an item; its bytes are never changed once the item is stored, so a reply may refer to them.
 *
 * <p>Times are seconds since the server's epoch (see {@link ServerTime}); {@code exptime} 0 means never.
 */
public final class Item {

    private static final int FETCHED = 1;
    private static final int ACTIVE = 2;

    final int hash;
    private final short keyLength;
    private byte[] keyAndValue;
    private final int flags;
    private int exptime;
    private int time;
    private long cas;
    private byte marks;

    @Nullable
    Item next;

    @Nullable
    Item newer;

    @Nullable
    Item older;

    /** An item yet to be stored; the first {@code keyLength} bytes are its key. */
    public Item(byte[] keyAndValue, int keyLength, int flags, long exptime) {
        this.keyAndValue = keyAndValue;
        this.keyLength = (short) keyLength;
        this.flags = flags;
        this.exptime = (int) exptime;
        this.hash = KeyHash.of(keyAndValue, keyLength);
    }

    /** This item's key, flags and exptime with another value. */
    Item withValue(byte[] newKeyAndValue) {
        return new Item(newKeyAndValue, keyLength, flags, Integer.toUnsignedLong(exptime));
    }

    /** Key and value in one array that must not be changed. */
    public byte[] keyAndValue() {
        return keyAndValue;
    }

    public int keyLength() {
        return keyLength;
    }

    public int valueLength() {
        return keyAndValue.length - keyLength;
    }

    /** The client's flags, an unsigned number. */
    public int flags() {
        return flags;
    }

    public long cas() {
        return cas;
    }

    void cas(long unique) {
        cas = unique;
    }

    /** When the item expires; 0 for never. */
    public long exptime() {
        return Integer.toUnsignedLong(exptime);
    }

    void exptime(long seconds) {
        exptime = (int) seconds;
    }

    /** When the item was stored or, from the second fetch on, fetched. */
    public long time() {
        return Integer.toUnsignedLong(time);
    }

    void time(long seconds) {
        time = (int) seconds;
    }

    /** Whether the item was ever fetched. */
    public boolean isFetched() {
        return (marks & FETCHED) != 0;
    }

    /** Whether the item was fetched at least twice since it was stored, or last spared from making room. */
    boolean isActive() {
        return (marks & ACTIVE) != 0;
    }

    void deactivate() {
        marks &= ~ACTIVE;
    }

    boolean hasKey(byte[] bytes, int length) {
        return keyLength == length && Arrays.equals(keyAndValue, 0, length, bytes, 0, length);
    }

    void replaceValue(byte[] newKeyAndValue) {
        keyAndValue = newKeyAndValue;
    }

    void shift(long seconds) {
        time(time() + seconds);
        if (exptime() > ServerTime.LONG_PAST) {
            exptime(exptime() + seconds);
        }
    }

    /** The first fetch marks the item; the second makes it active and counts as an access (segmented LRU). */
    void bump(long now) {
        if ((marks & FETCHED) == 0) {
            marks |= FETCHED;
        } else if ((marks & ACTIVE) == 0) {
            marks |= ACTIVE;
            time(now);
        }
    }
}
