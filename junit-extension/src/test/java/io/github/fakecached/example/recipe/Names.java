package io.github.fakecached.example.recipe;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import net.spy.memcached.MemcachedClient;

/** Names of products, from memcached if it has them and else from the database; the code under test of a recipe. */
final class Names {

    private static final int FIVE_MINUTES = 5 * 60;

    private final MemcachedClient client;
    private final IntFunction<String> database;

    Names(MemcachedClient client, IntFunction<String> database) {
        this.client = client;
        this.database = database;
    }

    String of(int product) {
        String key = "name:" + product;
        String cached = cached(key);
        if (cached != null) {
            return cached;
        }
        String name = database.apply(product);
        store(key, name);
        return name;
    }

    private String cached(String key) {
        try {
            return (String) client.get(key);
        } catch (RuntimeException failed) {
            return null; // as if it was not there
        }
    }

    private void store(String key, String name) {
        try {
            client.set(key, FIVE_MINUTES, name).get(1, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            // the next reader stores it
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
