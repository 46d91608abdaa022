package io.github.fakecached.example;

import java.util.function.Function;
import net.spy.memcached.MemcachedClient;

/** Names of products, cached for five minutes since the database is slow. */
final class ProductCatalog {

    private static final int TIME_TO_LIVE_SECONDS = 5 * 60;

    private final MemcachedClient client;
    private final Function<Integer, String> database;

    ProductCatalog(MemcachedClient client, Function<Integer, String> database) {
        this.client = client;
        this.database = database;
    }

    String name(int product) {
        String key = "product:" + product;
        String cached = (String) client.get(key);
        if (cached != null) {
            return cached;
        }
        String loaded = database.apply(product);
        Replies.await(client.set(key, TIME_TO_LIVE_SECONDS, loaded));
        return loaded;
    }
}
