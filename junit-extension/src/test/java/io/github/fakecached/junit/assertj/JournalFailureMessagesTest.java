package io.github.fakecached.junit.assertj;

import static io.github.fakecached.fault.CommandMatcher.command;
import static io.github.fakecached.junit.assertj.FakecachedAssertions.assertThat;
import static io.github.fakecached.junit.assertj.FixedJournal.retried;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.fakecached.FakeMemcached;
import io.github.fakecached.journal.Journal;
import io.github.fakecached.journal.Outcome;
import io.github.fakecached.junit.Lifecycle;
import io.github.fakecached.junit.MemcachedTest;
import io.github.fakecached.protocol.Dialect;
import java.io.IOException;
import java.time.Duration;
import net.spy.memcached.MemcachedClient;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** A fake for each test, so that its client is on connection 0. */
@MemcachedTest(lifecycle = Lifecycle.PER_METHOD)
class JournalFailureMessagesTest {

    private static final Duration MILLISECOND = Duration.ofMillis(1);
    private static final Duration TENTH = Duration.ofMillis(100);

    private final Journal journal;
    private final MemcachedClient client;

    JournalFailureMessagesTest(FakeMemcached memcached, MemcachedClient client) {
        this.journal = memcached.journal();
        this.client = client;
    }

    /** A product that is not cached, is loaded, and then found. */
    private void readTwice() throws Exception {
        client.get("product:7");
        client.set("product:7", 60, "chair").get();
        client.get("product:7");
    }

    @Test
    void anotherSize() throws Exception {
        readTwice();

        verify("size", () -> assertThat(journal).hasSize(1));
        verify(
                "size-of-some",
                () -> assertThat(journal).commands("get").forKey("product:7").hasSize(1));
        verify("size-of-none", () -> assertThat(journal).commands("gat", "mg").hasSize(1));
        verify(
                "size-of-a-filter",
                () -> assertThat(journal)
                        .filteredOn(exchange -> exchange.number() == 1)
                        .hasSize(2));
    }

    @Test
    void anotherSizeOfAnEmptyJournal() throws IOException {
        verify(
                "size-of-an-empty-journal",
                () -> assertThat(journal).commands("get").hasSize(1));
    }

    @Test
    void anotherSizeOfALongJournal() throws Exception {
        client.set("product:0", 60, "chair").get();
        for (int i = 1; i < 100; i++) {
            client.get("product:" + i);
        }

        verify(
                "size-of-a-long-journal",
                () -> assertThat(journal).commands("set", "add").hasSize(2));
        verify("size-of-all", () -> assertThat(journal).hasSize(99));
        verify("size-of-many", () -> assertThat(journal).misses().hasSize(98));
    }

    @Test
    void anotherSizeOfSeveralNodes() throws IOException {
        verify(
                "size-of-several-nodes",
                () -> assertThat(FixedJournal.ofNodes("a", "b", "get k")).hasSize(1));
    }

    @Test
    void notEmptyAndEmpty() throws Exception {
        readTwice();

        verify("not-empty", () -> assertThat(journal).hits().isEmpty());
        verify("empty", () -> assertThat(journal).onConnection(7).first().missed());
        verify("index", () -> assertThat(journal).commands("set").element(1));
        verify("not-single", () -> assertThat(journal).commands("get").singleElement());
    }

    @Test
    void otherCommands() throws Exception {
        readTwice();

        verify("other-command", () -> assertThat(journal).containsExactlyCommands("get", "get", "set"));
        verify("too-few-commands", () -> assertThat(journal).containsExactlyCommands("get", "set", "get", "delete"));
        verify(
                "too-many-commands",
                () -> assertThat(journal).forKey("product:7").containsExactlyCommands("get", "set"));
        verify("commands-not-in-order", () -> assertThat(journal).containsCommandsInOrder("set", "get", "set"));
        verify("command-nowhere", () -> assertThat(journal).containsCommandsInOrder("delete", "get"));
        verify("unexpected-commands", () -> assertThat(journal).hasNoOtherCommandsThan("set", "delete"));
    }

    @Test
    void commandsOfAnEmptyJournal() throws IOException {
        verify("commands-of-an-empty-journal", () -> assertThat(journal).containsExactlyCommands("get"));
    }

    @Test
    void retries() throws IOException {
        verify(
                "too-few-retries",
                () -> assertThat(retried("incr visits 1", 0, 100))
                        .forKey("visits")
                        .areRetried(3));
        verify(
                "retry-too-late",
                () -> assertThat(retried("incr visits 1", 0, 100, 350))
                        .areRetried(2)
                        .withConstantDelay(TENTH, MILLISECOND));
        verify(
                "retry-too-early",
                () -> assertThat(retried("incr visits 1", 0, 100, 300, 600))
                        .areRetried(3)
                        .withExponentialDelay(TENTH, 2, MILLISECOND));
        verify(
                "retry-in-wall-time",
                () -> assertThat(retried("incr visits 1", new long[2], new long[] {0, 250}))
                        .areRetried(1)
                        .inWallTime()
                        .withLinearDelay(TENTH, TENTH, MILLISECOND));
        verify(
                "many-retries",
                () -> assertThat(retried("incr visits 1", new long[30]))
                        .areRetried(29)
                        .withConstantDelay(TENTH, MILLISECOND));
    }

    @Test
    void anotherRequestAmongRetries() throws Exception {
        readTwice();

        verify("no-retry", () -> assertThat(journal).forKey("product:7").areRetried(2));
    }

    @Test
    void exchanges() throws Exception {
        readTwice();

        verify("exchange-command", () -> assertThat(journal).first().hasCommand("set"));
        verify("exchange-key", () -> assertThat(journal).last().hasKey("product:8"));
        verify("exchange-keys", () -> assertThat(journal).last().hasKeys("product:7", "product:8"));
        verify("exchange-hit", () -> assertThat(journal).first().hit());
        verify("exchange-missed-keys", () -> assertThat(journal).first().missedKeys());
        verify("exchange-outcome", () -> assertThat(journal).element(1).hasOutcome(Outcome.NOT_STORED));
        verify("exchange-reply", () -> assertThat(journal).element(1).hasReply("NOT_STORED"));
        verify("exchange-connection", () -> assertThat(journal).first().isOnConnection(1));
        verify("exchange-dialect", () -> assertThat(journal).first().hasDialect(Dialect.BINARY));
        verify("exchange-alone", () -> assertThat(journal.exchanges().get(0)).hasKey("product:8"));
    }

    @Test
    void faults(FakeMemcached memcached) throws Exception {
        readTwice();
        memcached.faults().on(command("get")).reply("END");
        client.get("product:7");

        verify("exchange-fault", () -> assertThat(journal).first().hasFault());
        verify("exchange-no-fault", () -> assertThat(journal).last().hasNoFault());
    }

    @Test
    void aDescriptionGoesFirst() throws Exception {
        readTwice();

        verify(
                "described",
                () -> assertThat(journal)
                        .as("a product is read twice")
                        .commands("get")
                        .first()
                        .hit());
    }

    @Test
    void assertionsOfAssertjShowLinesOfTheJournal() throws Exception {
        readTwice();

        verify("of-assertj", () -> assertThat(journal).commands("get").hasSizeBetween(3, 4));
    }

    private static void verify(String goldenFile, ThrowingCallable failing) throws IOException {
        String message = catchThrowableOfType(AssertionError.class, failing).getMessage();
        assertThat(message.lines().count()).isLessThanOrEqualTo(20);
        GoldenFile.verify("journal/" + goldenFile, message);
    }
}
