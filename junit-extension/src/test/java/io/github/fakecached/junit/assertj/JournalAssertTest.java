package io.github.fakecached.junit.assertj;

import static io.github.fakecached.junit.assertj.FakecachedAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.fakecached.FakeMemcached;
import io.github.fakecached.journal.Exchange;
import io.github.fakecached.journal.Journal;
import io.github.fakecached.journal.Outcome;
import io.github.fakecached.junit.MemcachedTest;
import java.util.List;
import net.spy.memcached.BinaryConnectionFactory;
import net.spy.memcached.MemcachedClient;
import org.junit.jupiter.api.Test;

@MemcachedTest
class JournalAssertTest {

    private final Journal journal;
    private final FakeMemcached memcached;
    private final MemcachedClient client;

    JournalAssertTest(FakeMemcached memcached, MemcachedClient client) {
        this.memcached = memcached;
        this.journal = memcached.journal();
        this.client = client;
    }

    @Test
    void exchangesArePickedByCommandKeyConnectionAndOutcome() throws Exception {
        memcached.contents().put("color", "red");
        client.get("color");
        client.get("taste");
        client.set("taste", 60, "sweet").get();

        assertThat(journal).hasSize(3);
        assertThat(journal).commands("get").hasSize(2);
        assertThat(journal).commands("get", "set").hasSize(3);
        assertThat(journal).forKey("taste").hasSize(2);
        assertThat(journal).forKey("taste").commands("get").singleElement().missed();
        assertThat(journal).hits().singleElement().hasKey("color");
        assertThat(journal).misses().singleElement().hasKey("taste");
        assertThat(journal).withOutcome(Outcome.STORED, Outcome.NOT_STORED).hasSize(1);
        assertThat(journal)
                .onConnection(journal.exchanges().get(0).connection())
                .hasSize(3);
        assertThat(journal).onConnection(999).isEmpty();
    }

    @Test
    void navigationLeadsToSingleExchanges() {
        client.get("a");
        client.get("b");
        client.get("c");

        assertThat(journal).first().hasKey("a");
        assertThat(journal).last().hasKey("c");
        assertThat(journal).element(1).hasKey("b");
        assertThat(journal).commands("get").isNotEmpty().hasSize(3).first().hasKey("a");
        assertFails(() -> assertThat(journal).element(3));
        assertFails(() -> assertThat(journal).element(-1));
        assertFails(() -> assertThat(journal).singleElement());
        assertFails(() -> assertThat(journal).forKey("d").first().missed());
        assertFails(() -> assertThat(journal).forKey("d").last().missed());
        assertFails(() -> assertThat(journal).forKey("d").singleElement());
    }

    @Test
    void sizesAreExact() {
        assertThat(journal).isEmpty();
        assertThat(journal).hasSize(0);
        assertFails(() -> assertThat(journal).isNotEmpty());
        client.get("a");

        assertThat(journal).hasSize(1).isNotEmpty();
        assertFails(() -> assertThat(journal).hasSize(0));
        assertFails(() -> assertThat(journal).hasSize(2));
        assertFails(() -> assertThat(journal).isEmpty());
    }

    @Test
    void theOrderOfCommandsIsExactOrWithOthersBetween() throws Exception {
        client.get("a");
        client.set("a", 60, "1").get();
        client.get("a");

        assertThat(journal).containsExactlyCommands("get", "set", "get").hasSize(3);
        assertFails(() -> assertThat(journal).containsExactlyCommands("get", "set"));
        assertFails(() -> assertThat(journal).containsExactlyCommands("get", "get", "set"));
        assertFails(() -> assertThat(journal).containsExactlyCommands("get", "set", "get", "get"));
        assertThat(journal).containsCommandsInOrder("get", "get").hasSize(3);
        assertThat(journal).containsCommandsInOrder("set", "get");
        assertThat(journal).containsCommandsInOrder("get", "set", "get");
        assertFails(() -> assertThat(journal).containsCommandsInOrder("set", "set"));
        assertFails(() -> assertThat(journal).containsCommandsInOrder("set", "get", "set"));
        assertFails(() -> assertThat(journal).containsCommandsInOrder("delete"));
    }

    @Test
    void unexpectedCommandsAreFound() throws Exception {
        client.get("a");
        client.set("a", 60, "1").get();

        assertThat(journal).hasNoOtherCommandsThan("set", "get").hasSize(2);
        assertThat(journal).hasNoOtherCommandsThan("set", "get", "delete");
        assertThat(journal).commands("get").hasNoOtherCommandsThan("get");
        assertFails(() -> assertThat(journal).hasNoOtherCommandsThan("get"));
    }

    @Test
    void aTextCommandStandsForItsOpcodes() throws Exception {
        var binary = new MemcachedClient(new BinaryConnectionFactory(), List.of(memcached.address()));
        try {
            binary.incr("visits", 1, 1);
        } finally {
            binary.shutdown();
        }

        assertThat(journal)
                .commands("incr")
                .hasSize(1)
                .first()
                .hasCommand("incr")
                .hasCommand("increment");
        assertThat(journal).commands("increment").hasSize(1);
        assertThat(journal).commands("incrementq").isEmpty();
        assertThat(journal).containsCommandsInOrder("incr");
    }

    @Test
    void namesOfNoCommandAreRefused() {
        var all = assertThat(journal);

        assertRefuses(() -> all.commands("gte"), "did you mean get?");
        assertRefuses(() -> all.commands("get", "SET"), "did you mean set?");
        assertRefuses(() -> all.containsExactlyCommands("get", "gte"), "did you mean get?");
        assertRefuses(() -> all.containsCommandsInOrder("gte"), "did you mean get?");
        assertRefuses(() -> all.hasNoOtherCommandsThan("gte"), "did you mean get?");
        assertRefuses(all::commands, "name at least one command");
        assertRefuses(all::containsExactlyCommands, "name at least one command");
    }

    @Test
    void assertionsOfAssertjForListsWork() {
        client.get("a");
        client.get("b");

        assertThat(journal)
                .allSatisfy(exchange -> assertThat(exchange).missed())
                .filteredOn(exchange -> exchange.hasKey("b"))
                .hasSize(1)
                .extracting(Exchange::command)
                .containsExactly("get");
    }

    @Test
    void aMissingJournalIsReported() {
        assertFails(() -> assertThat((Journal) null));
    }

    @Test
    void aJournalThatIsSwitchedOffIsRefused() {
        journal.setCapacity(0);
        try {
            assertThatIllegalStateException()
                    .isThrownBy(() -> assertThat(journal))
                    .withMessageContaining("switched off")
                    .withMessageContaining("setCapacity");
        } finally {
            journal.setCapacity(Journal.DEFAULT_CAPACITY);
        }
    }

    private static void assertRefuses(Runnable assertion, String message) {
        assertThatIllegalArgumentException().isThrownBy(assertion::run).withMessageContaining(message);
    }

    private static void assertFails(Runnable assertion) {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(assertion::run);
    }
}
