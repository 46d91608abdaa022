package io.github.fakecached.example.recipe

import io.github.fakecached.FakeMemcached
import io.github.fakecached.fault.CommandMatcher.command
import io.github.fakecached.junit.MemcachedTest
import io.github.fakecached.junit.Published
import io.github.fakecached.junit.assertj.FakecachedAssertions.assertThat
import java.time.Duration
import net.spy.memcached.MemcachedClient
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatThrownBy
import org.junit.jupiter.api.Test

@MemcachedTest(publish = [Published("cache.servers")])
class PriceCacheTest {

    @Test
    fun `prices are forgotten after five minutes`(memcached: FakeMemcached, client: MemcachedClient) {
        client.set("price:7", 300, "4.20").get()
        assertThat(memcached).hasValue("price:7", "4.20")

        memcached.clock().advance(Duration.ofMinutes(5))

        assertThat(client.get("price:7")).isNull()
    }

    @Test
    fun `an error of the server is an exception`(memcached: FakeMemcached, client: MemcachedClient) {
        memcached.faults().on(command("get")).reply("SERVER_ERROR out of memory")

        assertThatThrownBy { client.get("price:7") }.isInstanceOf(RuntimeException::class.java)
    }
}
