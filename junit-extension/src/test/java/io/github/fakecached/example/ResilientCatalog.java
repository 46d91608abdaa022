package io.github.fakecached.example;

import java.util.function.IntFunction;
import net.spy.memcached.MemcachedClient;

/** Names of products, from memcached as long as that works, and else from the database. */
final class ResilientCatalog {

    private static final int TIME_TO_LIVE_SECONDS = 5 * 60;

    private final MemcachedClient client;
    private final IntFunction<String> database;

    ResilientCatalog(MemcachedClient client, IntFunction<String> database) {
        this.client = client;
        this.database = database;
    }

    String name(int product) {
        String key = "product:" + product;
        try {
            if (client.get(key) instanceof String cached) {
                return cached;
            }
        } catch (RuntimeException failed) {
            return database.apply(product);
        }
        String name = database.apply(product);
        client.set(key, TIME_TO_LIVE_SECONDS, name);
        return name;
    }
}
