package io.github.fakecached.internal.command;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.fakecached.internal.store.Item;
import java.util.Arrays;

/**
 * A line split at its spaces. Made once and filled anew for each line; nothing else counts as a separator,
 * TAB and CR are bytes of a token.
 */
final class Tokens {

    /** memcached itself splits off this many; only the keys of a retrieval go on beyond them. */
    static final int INDEXED = 23;

    /** Room for more tokens is given back with the next line. */
    private static final int KEPT = 4096;

    private byte[] line = {};
    private int[] starts = new int[INDEXED + 1];
    private int[] ends = new int[INDEXED + 1];
    private int count;

    void split(byte[] bytes, int length) {
        line = bytes;
        count = 0;
        if (starts.length > KEPT) {
            starts = new int[INDEXED + 1];
            ends = new int[INDEXED + 1];
        }
        int at = 0;
        while (at < length) {
            while (at < length && bytes[at] == ' ') {
                at++;
            }
            if (at < length) {
                int start = at;
                while (at < length && bytes[at] != ' ') {
                    at++;
                }
                add(start, at);
            }
        }
    }

    int count() {
        return count;
    }

    byte[] line() {
        return line;
    }

    int start(int token) {
        return starts[token];
    }

    int end(int token) {
        return ends[token];
    }

    int length(int token) {
        return ends[token] - starts[token];
    }

    boolean has(int token) {
        return token < count;
    }

    boolean isTooLong(int key) {
        return length(key) > Item.KEY_MAX_LENGTH;
    }

    byte[] copy(int token) {
        return Arrays.copyOfRange(line, starts[token], ends[token]);
    }

    /** A token as text, which ends at a NUL, as text does in C; empty if there is no such token. */
    String word(int token) {
        if (!has(token)) {
            return "";
        }
        int end = starts[token];
        while (end < ends[token] && line[end] != 0) {
            end++;
        }
        return new String(line, starts[token], end - starts[token], ISO_8859_1);
    }

    /** All of a token as text, also what is behind a NUL; empty if there is no such token. */
    String whole(int token) {
        return has(token) ? new String(line, starts[token], length(token), ISO_8859_1) : "";
    }

    boolean is(int token, byte[] word) {
        return token < count && Arrays.equals(line, starts[token], ends[token], word, 0, word.length);
    }

    boolean startsWith(int token, byte[] prefix) {
        int start = starts[token];
        return length(token) >= prefix.length
                && Arrays.equals(line, start, start + prefix.length, prefix, 0, prefix.length);
    }

    /** The last of the tokens that memcached indexes. */
    int last() {
        return Math.min(count, INDEXED) - 1;
    }

    private void add(int start, int end) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
        }
        starts[count] = start;
        ends[count] = end;
        count++;
    }
}
