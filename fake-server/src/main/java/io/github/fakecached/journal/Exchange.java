package io.github.fakecached.journal;

import io.github.fakecached.protocol.Dialect;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A request and what came of it: what passed over the wire, not what was meant to. Immutable.
 *
 * <pre>{@code
 * client.get("product:7");
 *
 * Exchange exchange = memcached.journal().exchanges(each -> each.hasKey("product:7")).get(0);
 * assertThat(exchange.outcome()).isEqualTo(Outcome.MISS);
 * assertThat(exchange.reply().text()).isEqualTo("END");
 * }</pre>
 *
 * @param number counts the exchanges of a node from 1, beginning anew when it is reset or its journal cleared
 * @param node the name of the node, {@code default} if it has none
 * @param connection which connection of the node it was, counted from 0; datagrams of one UDP port are one connection
 * @param index which exchange of its connection it was, counted from 0
 * @param time what the fake's clock showed when the request was understood
 * @param wallTime the same moment by the system's clock, which is read once: from one exchange to the next it never jumps
 * @param dialect the form of the request
 * @param command the name on the wire, in lower case: {@code get}, {@code mg}, or for an opcode {@code getkq}; the first word of
 *     a line that is no command
 * @param keys the keys as UTF-8 text, in the order of the request; none if they could not be read
 * @param missedKeys those of a retrieval that were not found, in the same order
 * @param request what the client sent
 * @param reply what was written for it; empty if nothing was
 * @param outcome what the server did
 * @param fault the fault that was applied, in words
 * @param duration from the moment in which the request was understood to that in which the reply was handed to the network, by
 *     the system's clock; with the time for a data block to come
 */
public record Exchange(
        long number,
        String node,
        int connection,
        long index,
        Instant time,
        Instant wallTime,
        Dialect dialect,
        String command,
        List<String> keys,
        List<String> missedKeys,
        Preview request,
        Preview reply,
        Outcome outcome,
        Optional<String> fault,
        Duration duration) {

    /**
     * Copies the lists.
     *
     * @param number counts the exchanges of a node from 1
     * @param node the name of the node, {@code default} if it has none
     * @param connection which connection of the node it was
     * @param index which exchange of its connection it was
     * @param time what the fake's clock showed when the request was understood
     * @param wallTime the same moment by the system's clock, which is read once
     * @param dialect the form of the request
     * @param command the name on the wire
     * @param keys the keys as UTF-8 text
     * @param missedKeys those of a retrieval that were not found
     * @param request what the client sent
     * @param reply what was written for it
     * @param outcome what the server did
     * @param fault the fault that was applied, in words
     * @param duration from the moment in which the request was understood to that in which the reply was handed to the network
     */
    public Exchange {
        keys = List.copyOf(keys);
        missedKeys = List.copyOf(missedKeys);
    }

    /**
     * Whether a key was asked for.
     *
     * @param key as text
     * @return whether it is among {@link #keys()}
     */
    public boolean hasKey(String key) {
        return keys.contains(key);
    }
}
