package io.github.fakecached.example.recipe;

import static io.github.fakecached.junit.assertj.FakecachedAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.FakeMemcached;
import io.github.fakecached.junit.MemcachedTest;
import java.time.Duration;
import net.spy.memcached.MemcachedClient;
import org.junit.jupiter.api.Test;

/** How to test when items expire. For docs/recipes/time.md. */
@MemcachedTest
class TimeToLiveTest {

    @Test
    void anItemIsThereUntilItsTimeIsUp(FakeMemcached memcached, MemcachedClient client) throws Exception {
        memcached.clock().pause(); // no second begins while the test looks
        client.set("price:7", 60, "4.20").get();
        assertThat(memcached).hasValue("price:7", "4.20").withTtl(Duration.ofSeconds(60));

        memcached.clock().advance(Duration.ofSeconds(59));
        assertThat(client.get("price:7")).isEqualTo("4.20");

        memcached.clock().advance(Duration.ofSeconds(1));
        assertThat(client.get("price:7")).isNull();
    }

    @Test
    void aFetchDoesNotMakeAnItemLiveLonger(FakeMemcached memcached, MemcachedClient client) throws Exception {
        client.set("price:7", 60, "4.20").get();
        memcached.clock().advance(Duration.ofSeconds(40));
        client.get("price:7");

        memcached.clock().advance(Duration.ofSeconds(20));
        assertThat(client.get("price:7")).isNull();
    }

    @Test
    void moreThanThirtyDaysIsADateInThePast(MemcachedClient client) throws Exception {
        int thirtyOneDays = 31 * 24 * 60 * 60;
        client.set("price:7", thirtyOneDays, "4.20").get();

        assertThat(client.get("price:7")).isNull();
    }

    @Test
    void aSecondMayBeOverAfterAMillisecond(FakeMemcached memcached, MemcachedClient client) throws Exception {
        memcached.clock().pause();
        memcached.clock().setPhase(Duration.ofMillis(999)); // the next second begins in a millisecond
        client.set("lock:7", 1, "mine").get();

        memcached.clock().advance(Duration.ofMillis(1));
        assertThat(client.get("lock:7")).isNull();
    }
}
