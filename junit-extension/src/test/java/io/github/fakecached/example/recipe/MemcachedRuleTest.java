package io.github.fakecached.example.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import net.spy.memcached.MemcachedClient;
import org.junit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.runner.JUnitCore;
import org.junit.runner.Result;

/** The rule for JUnit 4 works, with the test that docs/recipes/junit4.md shows. */
class MemcachedRuleTest {

    /** Run by JUnit 4. */
    public static class PriceCache4 {

        @Rule
        public final MemcachedRule rule = new MemcachedRule(fake -> fake.maxConnections(2));

        @org.junit.Test
        public void pricesAreForgottenAfterFiveMinutes() throws Exception {
            MemcachedClient client = new MemcachedClient(rule.memcached().address());
            try {
                client.set("price:7", 300, "4.20").get();
                rule.memcached().clock().advance(Duration.ofMinutes(5));
                assertThat(client.get("price:7")).isNull();
            } finally {
                client.shutdown();
            }
        }

        @org.junit.Test
        public void eachTestHasAFakeOfItsOwn() {
            assertThat(rule.memcached().stats()).containsEntry("max_connections", "2");
            rule.memcached().contents().put("k", "v");
            assertThat(rule.memcached().contents().size()).isEqualTo(1);
        }
    }

    @Test
    void aTestOfJUnit4RunsWithTheRule() {
        Result result = JUnitCore.runClasses(PriceCache4.class);

        assertThat(result.getFailures()).isEmpty();
        assertThat(result.getRunCount()).isEqualTo(2);
    }

    @Test
    void aRuleThatJUnitDoesNotKnowSaysWhatIsMissing() {
        assertThatThrownBy(() -> new MemcachedRule().memcached()).hasMessageContaining("@Rule");
    }
}
