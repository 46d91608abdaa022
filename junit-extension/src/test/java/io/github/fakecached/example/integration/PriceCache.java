package io.github.fakecached.example.integration;

import java.util.Optional;
import net.rubyeye.xmemcached.MemcachedClient;

/** A part of an application: it gets its client from the application's configuration and knows nothing of tests. */
class PriceCache {

    private static final int SECONDS_TO_LIVE = 300;

    private final MemcachedClient client;

    PriceCache(MemcachedClient client) {
        this.client = client;
    }

    void save(String product, String price) throws Exception {
        client.set("price:" + product, SECONDS_TO_LIVE, price);
    }

    Optional<String> find(String product) throws Exception {
        return Optional.ofNullable(client.get("price:" + product));
    }
}
