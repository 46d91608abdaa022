package io.github.fakecached.internal.engine;

import io.github.fakecached.internal.store.StoreRules;
import io.github.fakecached.internal.version.VersionTraits;
import java.net.InetSocketAddress;

/**
 * What a server was started with.
 *
 * @param traits the version it speaks
 * @param address where to listen; port 0 for any free one
 * @param protocol which protocols it speaks
 * @param memoryLimit bytes for items
 * @param itemSizeMax bytes of the largest item
 * @param maxConnections how many connections may be open at once
 * @param evictions whether old items make room when the memory is used up
 * @param cas whether items have cas uniques
 * @param flush whether flush_all is allowed
 */
public record ServerSettings(
        VersionTraits traits,
        InetSocketAddress address,
        ServedProtocol protocol,
        long memoryLimit,
        int itemSizeMax,
        int maxConnections,
        boolean evictions,
        boolean cas,
        boolean flush) {

    StoreRules storeRules() {
        return new StoreRules(itemSizeMax, memoryLimit, evictions, cas, traits.attemptsTakeCas(), traits.flushByCas());
    }
}
