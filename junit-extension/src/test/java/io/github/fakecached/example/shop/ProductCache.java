package io.github.fakecached.example.shop;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Names of products, cached for five minutes since the database is slow. A read that fails is tried once more; then the database
 * is asked, for memcached may be gone, but the shop stays open.
 */
final class ProductCache {

    private static final Duration TIME_TO_LIVE = Duration.ofMinutes(5);

    private final LineClient client;
    private final IntFunction<String> database;
    private final Duration timeout;

    ProductCache(LineClient client, IntFunction<String> database, Duration timeout) {
        this.client = client;
        this.database = database;
        this.timeout = timeout;
    }

    String name(int product) {
        String key = "product:" + product;
        return cached(key).orElseGet(() -> load(product, key));
    }

    private Optional<String> cached(String key) {
        try {
            return client.get(key, timeout);
        } catch (IOException failed) {
            return cachedAfterAll(key);
        }
    }

    private Optional<String> cachedAfterAll(String key) {
        try {
            return client.get(key, timeout);
        } catch (IOException failedAgain) {
            return Optional.empty();
        }
    }

    private String load(int product, String key) {
        String name = database.apply(product);
        try {
            client.set(key, TIME_TO_LIVE, name, timeout);
        } catch (IOException failed) {
            // The next visitor will fill the cache.
        }
        return name;
    }
}
