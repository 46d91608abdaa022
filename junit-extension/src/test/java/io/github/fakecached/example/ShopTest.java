package io.github.fakecached.example;

import static io.github.fakecached.junit.assertj.FakecachedAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.FakeMemcached;
import io.github.fakecached.junit.Memcached;
import io.github.fakecached.junit.MemcachedTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.spy.memcached.MemcachedClient;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** How a shop's caches are tested: real client, real protocol, and time that passes on command. */
@MemcachedTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ShopTest {

    @Memcached
    private FakeMemcached memcached;

    @Memcached
    private MemcachedClient client;

    @Test
    @Order(1)
    void aSessionLastsThirtyMinutesFromTheLastVisit() {
        Story story = Story.begin("A session lasts thirty minutes from the last visit", memcached);
        SessionCache sessions = new SessionCache(client);

        sessions.save("anna", "token-1");
        assertThat(memcached).hasValue("session:anna", "token-1").withTtl(Duration.ofMinutes(30));
        story.tell("anna signs in; memcached keeps session:anna for 30 minutes");

        story.later(Duration.ofMinutes(29));
        assertThat(sessions.find("anna")).contains("token-1");
        assertThat(memcached).hasValue("session:anna", "token-1").withTtl(Duration.ofMinutes(30));
        story.tell("anna visits a page and has 30 minutes again");

        story.later(Duration.ofMinutes(29).plusSeconds(59));
        assertThat(memcached).hasValue("session:anna", "token-1").withTtl(Duration.ofSeconds(1));
        story.tell("one second is left");

        story.later(Duration.ofSeconds(1));
        assertThat(sessions.find("anna")).isEmpty();
        assertThat(memcached).doesNotHave("session:anna");
        story.tell("anna is signed out");
        story.end();
    }

    @Test
    @Order(2)
    void aProductIsReadFromTheDatabaseEveryFiveMinutesAtMost() {
        Story story = Story.begin("A product is read from the database every five minutes at most", memcached);
        List<Integer> queries = new ArrayList<>();
        ProductCatalog catalog = new ProductCatalog(client, product -> {
            queries.add(product);
            return "chair";
        });

        assertThat(catalog.name(7)).isEqualTo("chair");
        assertThat(queries).hasSize(1);
        assertThat(memcached.journal()).forKey("product:7").containsExactlyCommands("get", "set");
        story.tell("product 7 is not in memcached: 1 query, and product:7 is stored");

        assertThat(catalog.name(7)).isEqualTo("chair");
        assertThat(queries).hasSize(1);
        assertThat(memcached.stats()).containsEntry("get_hits", "1").containsEntry("get_misses", "1");
        story.tell("product 7 is found in memcached: still 1 query (stats: get_hits 1, get_misses 1)");

        story.later(Duration.ofMinutes(5));
        assertThat(catalog.name(7)).isEqualTo("chair");
        assertThat(queries).hasSize(2);
        story.tell("product 7 has expired: 2 queries");
        story.end();
    }

    @Test
    @Order(3)
    void aCountOfVisitsEndsAfterADay() {
        Story story = Story.begin("A count of visits ends after a day", memcached);
        VisitCounter visits = new VisitCounter(client);

        assertThat(visits.visit("home")).isEqualTo(1);
        assertThat(visits.visit("home")).isEqualTo(2);
        story.tell("two visits are counted: visits:home is 2");

        story.later(Duration.ofHours(23));
        assertThat(visits.visit("home")).isEqualTo(3);
        story.tell("a third visit: 3; counting does not make it live longer");

        story.later(Duration.ofHours(1));
        assertThat(visits.visit("home")).isEqualTo(1);
        story.tell("a new day begins at 1");
        story.end();
    }
}
