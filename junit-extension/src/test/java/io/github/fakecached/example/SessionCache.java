package io.github.fakecached.example;

import java.util.Optional;
import net.spy.memcached.MemcachedClient;

/** Keeps users signed in for 30 minutes after they were last seen. */
final class SessionCache {

    private static final int TIME_TO_LIVE_SECONDS = 30 * 60;

    private final MemcachedClient client;

    SessionCache(MemcachedClient client) {
        this.client = client;
    }

    void save(String user, String token) {
        Replies.await(client.set(key(user), TIME_TO_LIVE_SECONDS, token));
    }

    Optional<String> find(String user) {
        Optional<String> token = Optional.ofNullable((String) client.get(key(user)));
        token.ifPresent(found -> Replies.await(client.touch(key(user), TIME_TO_LIVE_SECONDS)));
        return token;
    }

    void end(String user) {
        Replies.await(client.delete(key(user)));
    }

    private static String key(String user) {
        return "session:" + user;
    }
}
