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

    /** The longest key, in bytes. */
    public static final int KEY_MAX_LENGTH = 250;

    private static final int FETCHED = 1;
    private static final int ACTIVE = 2;
    private static final int STALE = 4;
    private static final int TOKEN_SENT = 8;
    private static final int BINARY_KEY = 16;
    private static final int SEGMENT_SHIFT = 5;
    private static final int SEGMENT_MASK = 3 << SEGMENT_SHIFT;

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

    /** Gives the item another cas unique. */
    public void cas(long unique) {
        cas = unique;
    }

    /** When the item expires; 0 for never. */
    public long exptime() {
        return Integer.toUnsignedLong(exptime);
    }

    /** Sets when the item expires; 0 for never. */
    public void exptime(long seconds) {
        exptime = (int) seconds;
    }

    /** When the item was stored or, from the second fetch on, fetched. */
    public long time() {
        return Integer.toUnsignedLong(time);
    }

    void time(long seconds) {
        time = (int) seconds;
    }

    /** Whether the value is out of date, as md with I and ms with I and a lower cas unique say. */
    public boolean isStale() {
        return (marks & STALE) != 0;
    }

    /** Marks the value as out of date; the next to fetch it wins. */
    public void markStale() {
        marks |= STALE;
        marks &= ~TOKEN_SENT;
    }

    /** Whether a client was told to recache the item. */
    public boolean isTokenSent() {
        return (marks & TOKEN_SENT) != 0;
    }

    public void markTokenSent() {
        marks |= TOKEN_SENT;
    }

    /** Whether the key came in base64, and meta commands are to return it so. */
    public boolean hasBinaryKey() {
        return (marks & BINARY_KEY) != 0;
    }

    public void markBinaryKey() {
        marks |= BINARY_KEY;
    }

    /** A value stored in place of a later one is stale, expires when that one did, and keeps its token. */
    void becomeStaleAfter(Item later) {
        exptime = later.exptime;
        marks |= (byte) (STALE | (later.marks & TOKEN_SENT));
    }

    /** Whether the item was ever fetched. */
    public boolean isFetched() {
        return (marks & FETCHED) != 0;
    }

    /** Whether the item was fetched at least twice since it was stored, or last moved for it. */
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

    void markFetched() {
        marks |= FETCHED;
    }

    /** The first fetch marks the item; the second makes it active, which is then true, and counts as an access. */
    boolean bump(long now) {
        if ((marks & FETCHED) == 0) {
            marks |= FETCHED;
            return false;
        }
        if ((marks & ACTIVE) != 0) {
            return false;
        }
        marks |= ACTIVE;
        time(now);
        return true;
    }

    /** The LRU queue that the item is in. */
    public LruSegment segment() {
        return LruSegment.of((marks & SEGMENT_MASK) >> SEGMENT_SHIFT);
    }

    @SuppressWarnings("EnumOrdinal") // two of the marks
    void segment(LruSegment segment) {
        marks = (byte) ((marks & ~SEGMENT_MASK) | segment.ordinal() << SEGMENT_SHIFT);
    }
}
