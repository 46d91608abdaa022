package io.github.fakecached.internal.exchange;

import io.github.fakecached.internal.reply.Reply;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** Finds which keys of a retrieval had no item. */
final class Missed {

    private Missed() {}

    /** Those of the keys asked for that are not among the values, which come in the same order. */
    static List<byte[]> of(List<byte[]> keys, List<Reply.Value> values) {
        if (values.isEmpty()) {
            return keys;
        }
        if (values.size() == keys.size()) {
            return List.of();
        }
        List<byte[]> missed = new ArrayList<>();
        Iterator<Reply.Value> rest = values.iterator();
        Reply.Value next = rest.next();
        for (byte[] key : keys) {
            if (next != null && Arrays.equals(next.keyAndValue(), 0, next.keyLength(), key, 0, key.length)) {
                next = rest.hasNext() ? rest.next() : null;
            } else {
                missed.add(key);
            }
        }
        return missed;
    }
}
