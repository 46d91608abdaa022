package io.github.fakecached.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.FakeMemcached;
import io.github.fakecached.junit.MemcachedTest;
import java.time.Duration;
import net.spy.memcached.MemcachedClient;
import org.junit.jupiter.api.Test;

@MemcachedTest
class SessionCacheTest {
    @Test
    void sessionsEndAfterThirtyMinutes(FakeMemcached memcached, MemcachedClient client) {
        var sessions = new SessionCache(client);
        sessions.save("u1", "token");

        memcached.clock().advance(Duration.ofMinutes(30));

        assertThat(sessions.find("u1")).isEmpty();
    }
}
