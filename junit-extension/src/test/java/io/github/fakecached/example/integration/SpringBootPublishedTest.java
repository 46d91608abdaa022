package io.github.fakecached.example.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.FakeMemcached;
import io.github.fakecached.junit.MemcachedTest;
import io.github.fakecached.junit.Published;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;

/** The same by a system property, which Spring reads too; the shortest way as long as no two such classes run at once. */
@MemcachedTest(publish = @Published("cache.servers"))
@SpringBootTest(classes = ShopConfiguration.class, properties = "spring.main.banner-mode=off")
@DirtiesContext
class SpringBootPublishedTest {

    @Autowired
    private PriceCache prices;

    @Test
    void pricesAreSaved(FakeMemcached memcached) throws Exception {
        prices.save("tea", "4.20");

        assertThat(memcached.contents().get("price:tea").orElseThrow().valueAsString())
                .isEqualTo("4.20");
    }
}
