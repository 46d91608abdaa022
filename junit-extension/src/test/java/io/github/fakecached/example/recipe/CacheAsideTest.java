package io.github.fakecached.example.recipe;

import static io.github.fakecached.fault.CommandMatcher.retrieval;
import static io.github.fakecached.junit.assertj.FakecachedAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.FakeMemcached;
import io.github.fakecached.junit.MemcachedTest;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import net.spy.memcached.MemcachedClient;
import org.junit.jupiter.api.Test;

/** How to test a cache in front of a database. For docs/recipes/cache-aside.md. */
@MemcachedTest
class CacheAsideTest {

    private final AtomicInteger queries = new AtomicInteger();

    @Test
    void theDatabaseIsAskedOnce(FakeMemcached memcached, MemcachedClient client) {
        var names = new Names(client, this::fromDatabase);

        assertThat(names.of(7)).isEqualTo("chair");
        assertThat(names.of(7)).isEqualTo("chair");

        assertThat(queries).hasValue(1);
        assertThat(memcached.journal()).forKey("name:7").containsExactlyCommands("get", "set", "get");
    }

    @Test
    void theDatabaseIsAskedAgainAfterFiveMinutes(FakeMemcached memcached, MemcachedClient client) {
        var names = new Names(client, this::fromDatabase);
        names.of(7);

        memcached.clock().advance(Duration.ofMinutes(5));
        names.of(7);

        assertThat(queries).hasValue(2);
    }

    @Test
    void whileMemcachedFailsTheDatabaseIsAsked(FakeMemcached memcached, MemcachedClient client) {
        memcached.faults().on(retrieval()).reply("SERVER_ERROR out of memory");
        var names = new Names(client, this::fromDatabase);

        assertThat(names.of(7)).isEqualTo("chair");
        assertThat(names.of(7)).isEqualTo("chair");
    }

    private String fromDatabase(int product) {
        queries.incrementAndGet();
        return "chair";
    }
}
