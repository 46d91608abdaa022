package com.example;

import static io.github.fakecached.junit.assertj.FakecachedAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.FakeMemcached;
import io.github.fakecached.junit.MemcachedTest;
import java.time.Duration;
import net.spy.memcached.MemcachedClient;
import org.junit.jupiter.api.Test;

@MemcachedTest
class FirstTest {

    @Test
    void anItemExpires(FakeMemcached memcached, MemcachedClient client) throws Exception {
        client.set("greeting", 60, "hello").get();
        assertThat(memcached).hasValue("greeting", "hello");

        memcached.clock().advance(Duration.ofSeconds(60));

        assertThat(client.get("greeting")).isNull();
    }
}
