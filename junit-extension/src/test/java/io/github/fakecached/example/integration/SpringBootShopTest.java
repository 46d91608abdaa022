package io.github.fakecached.example.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.FakeMemcached;
import io.github.fakecached.junit.Memcached;
import io.github.fakecached.junit.MemcachedTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** An application with Spring Boot is told by a dynamic property where the fake listens. */
@MemcachedTest
@SpringBootTest(classes = ShopConfiguration.class, properties = "spring.main.banner-mode=off")
@DirtiesContext
class SpringBootShopTest {

    @Memcached
    static FakeMemcached memcached;

    @DynamicPropertySource
    static void cacheServers(DynamicPropertyRegistry registry) {
        registry.add("cache.servers", () -> "127.0.0.1:" + memcached.port());
    }

    @Autowired
    private PriceCache prices;

    @Test
    void pricesAreForgottenAfterFiveMinutes() throws Exception {
        prices.save("tea", "4.20");
        memcached.clock().advance(Duration.ofMinutes(4));
        assertThat(prices.find("tea")).contains("4.20");

        memcached.clock().advance(Duration.ofMinutes(1));
        assertThat(prices.find("tea")).isEmpty();
    }

    @Test
    void eachTestFindsTheFakeEmpty() throws Exception {
        assertThat(memcached.contents().isEmpty()).isTrue();
        prices.save("tea", "4.20");
        assertThat(memcached.contents().size()).isEqualTo(1);
    }
}
