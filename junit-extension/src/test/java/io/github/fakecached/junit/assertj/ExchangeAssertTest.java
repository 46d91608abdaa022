package io.github.fakecached.junit.assertj;

import static io.github.fakecached.fault.CommandMatcher.command;
import static io.github.fakecached.junit.assertj.FakecachedAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.fakecached.FakeMemcached;
import io.github.fakecached.journal.Exchange;
import io.github.fakecached.journal.Outcome;
import io.github.fakecached.junit.MemcachedTest;
import io.github.fakecached.protocol.Dialect;
import net.spy.memcached.MemcachedClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MemcachedTest
class ExchangeAssertTest {

    private Exchange multiget;
    private Exchange hit;
    private Exchange miss;

    @BeforeEach
    void ask(FakeMemcached memcached, MemcachedClient client) {
        memcached.contents().put("color", "red");
        client.get("color");
        client.get("taste");
        client.getBulk("color", "taste");
        hit = memcached.journal().exchanges().get(0);
        miss = memcached.journal().exchanges().get(1);
        multiget = memcached.journal().exchanges().get(2);
    }

    @Test
    void itsCommand() {
        assertThat(hit).hasCommand("get");
        assertFails(() -> assertThat(hit).hasCommand("set"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(hit).hasCommand("gte"))
                .withMessageContaining("did you mean get?");
    }

    @Test
    void itsKeys() {
        assertThat(multiget).hasKey("taste").hasKeys(multiget.keys().toArray(String[]::new));
        assertFails(() -> assertThat(multiget).hasKey("smell"));
        assertFails(() -> assertThat(multiget).hasKeys("color"));
        assertFails(() -> assertThat(multiget).hasKeys());
        assertFails(() -> assertThat(multiget)
                .hasKeys(multiget.keys().get(1), multiget.keys().get(0)));
    }

    @Test
    void whetherItFoundItsItems() {
        assertThat(hit).hit().missedKeys();
        assertThat(miss).missed().missedKeys("taste");
        assertThat(multiget).missedKeys("taste").hasOutcome(Outcome.PARTIAL_HIT);
        assertFails(() -> assertThat(hit).missed());
        assertFails(() -> assertThat(miss).hit());
        assertFails(() -> assertThat(multiget).hit());
        assertFails(() -> assertThat(multiget).missed());
        assertFails(() -> assertThat(multiget).missedKeys());
        assertFails(() -> assertThat(multiget).missedKeys("color"));
        assertFails(() -> assertThat(hit).hasOutcome(Outcome.PARTIAL_HIT));
    }

    @Test
    void itsReplyConnectionAndDialect() {
        assertThat(miss).hasReply("END").isOnConnection(miss.connection()).hasDialect(Dialect.TEXT);
        assertFails(() -> assertThat(miss).hasReply(""));
        assertFails(() -> assertThat(miss).isOnConnection(miss.connection() + 1));
        assertFails(() -> assertThat(miss).hasDialect(Dialect.META));
    }

    @Test
    void itsFault(FakeMemcached memcached, MemcachedClient client) {
        memcached.faults().on(command("get")).reply("END");
        client.get("color");

        assertThat(memcached.journal()).last().hasFault();
        assertThat(hit).hasNoFault();
        assertFails(() -> assertThat(memcached.journal()).last().hasNoFault());
        assertFails(() -> assertThat(hit).hasFault());
    }

    @Test
    void aMissingExchangeIsReported() {
        assertFails(() -> assertThat((Exchange) null));
    }

    private static void assertFails(Runnable assertion) {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(assertion::run);
    }
}
