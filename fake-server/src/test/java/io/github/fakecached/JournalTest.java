package io.github.fakecached;

import static io.github.fakecached.BinaryConversation.request;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.fakecached.journal.Exchange;
import io.github.fakecached.journal.Journal;
import io.github.fakecached.journal.Outcome;
import io.github.fakecached.journal.Preview;
import io.github.fakecached.protocol.Dialect;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the journal tells of requests in every dialect. */
class JournalTest {

    private static final Duration TIME_LIMIT = Duration.ofSeconds(5);
    private static final byte[] NOTHING = {};

    private final FakeMemcached memcached = FakeMemcached.start();
    private final Journal journal = memcached.journal();
    private TextConversation client;

    @BeforeEach
    void connect() throws IOException {
        client = new TextConversation(memcached.address());
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        memcached.close();
    }

    /** Without the request by which a conversation finds the end of replies. */
    private List<Exchange> exchanges() {
        return journal.exchanges(exchange -> !exchange.command().equals("version"));
    }

    private Exchange only() {
        assertThat(exchanges()).hasSize(1);
        return exchanges().get(0);
    }

    @Test
    void aMissIsToldWithItsKeyAndBytes() throws IOException {
        client.say("get product:7\r\n");

        Exchange miss = only();
        assertThat(miss.number()).isEqualTo(1);
        assertThat(miss.node()).isEqualTo("default");
        assertThat(miss.connection()).isZero();
        assertThat(miss.index()).isZero();
        assertThat(miss.dialect()).isEqualTo(Dialect.TEXT);
        assertThat(miss.command()).isEqualTo("get");
        assertThat(miss.keys()).containsExactly("product:7");
        assertThat(miss.missedKeys()).containsExactly("product:7");
        assertThat(miss.request()).isEqualTo(new Preview("get product:7", 15));
        assertThat(miss.reply()).isEqualTo(new Preview("END", 5));
        assertThat(miss.outcome()).isEqualTo(Outcome.MISS);
        assertThat(miss.fault()).isEmpty();
        assertThat(miss.duration()).isPositive().isLessThan(TIME_LIMIT);
    }

    @Test
    void aStoreIsToldWithTheBeginningOfItsValue() throws IOException {
        client.say("set k 1 0 100\r\n" + "v".repeat(100) + "\r\n");

        assertThat(only().request()).isEqualTo(new Preview("set k 1 0 100\\r\\n" + "v".repeat(64) + "…", 117));
        assertThat(only().reply().text()).isEqualTo("STORED");
        assertThat(only().outcome()).isEqualTo(Outcome.STORED);
    }

    @Test
    void theTimeIsThatOfTheFakesClock() throws IOException {
        memcached.clock().pause();
        memcached.clock().advance(Duration.ofMinutes(3));

        client.say("get k\r\n");

        assertThat(only().time()).isEqualTo(memcached.clock().now());
    }

    @Test
    void theWallTimeIsThatOfTheSystemsClock() throws IOException {
        memcached.clock().advance(Duration.ofDays(1));

        client.say("get a\r\nget b\r\n");

        Instant first = exchanges().get(0).wallTime();
        assertThat(Duration.between(first, Instant.now()).abs()).isLessThan(TIME_LIMIT);
        assertThat(exchanges().get(1).wallTime()).isAfter(first);
    }

    @Test
    void outcomesAreTheServersWords() throws IOException {
        client.say(
                "add n 0 0 1\r\n5\r\nadd n 0 0 1\r\n5\r\nincr n 1\r\ntouch n 0\r\ntouch x 0\r\ncas n 0 0 1 99\r\n1\r\n"
                        + "get n x\r\nget n\r\ngats 0 n\r\ndelete n\r\ndelete n\r\nincr n\r\nflush_all\r\nfoo bar\r\n");

        assertThat(exchanges())
                .extracting(Exchange::command, Exchange::outcome)
                .containsExactly(
                        tuple("add", Outcome.STORED),
                        tuple("add", Outcome.NOT_STORED),
                        tuple("incr", Outcome.CHANGED),
                        tuple("touch", Outcome.TOUCHED),
                        tuple("touch", Outcome.NOT_FOUND),
                        tuple("cas", Outcome.EXISTS),
                        tuple("get", Outcome.PARTIAL_HIT),
                        tuple("get", Outcome.HIT),
                        tuple("gats", Outcome.HIT),
                        tuple("delete", Outcome.DELETED),
                        tuple("delete", Outcome.NOT_FOUND),
                        tuple("incr", Outcome.ERROR),
                        tuple("flush_all", Outcome.OK),
                        tuple("foo", Outcome.ERROR));
    }

    @Test
    void outcomesOfMetaCommandsAreToldEvenIfTheClientIsNot() throws IOException {
        client.say(
                "ms k 1 q\r\n5\r\nmg k v\r\nmg x\r\nmg x q\r\nma k q\r\nms k 1 ME\r\n1\r\nmd k q\r\nmd k\r\nme k\r\nmn\r\n");

        assertThat(exchanges())
                .extracting(
                        Exchange::command,
                        Exchange::outcome,
                        exchange -> exchange.reply().text())
                .containsExactly(
                        tuple("ms", Outcome.STORED, ""),
                        tuple("mg", Outcome.HIT, "VA 1\\r\\n5"),
                        tuple("mg", Outcome.MISS, "EN"),
                        tuple("mg", Outcome.MISS, ""),
                        tuple("ma", Outcome.CHANGED, ""),
                        tuple("ms", Outcome.NOT_STORED, "NS"),
                        tuple("md", Outcome.DELETED, ""),
                        tuple("md", Outcome.NOT_FOUND, "NF"),
                        tuple("me", Outcome.MISS, "EN"),
                        tuple("mn", Outcome.OK, "MN"));
        assertThat(exchanges()).extracting(Exchange::dialect).containsOnly(Dialect.META);
    }

    @Test
    void missedKeysOfAMultigetAreNamed() throws IOException {
        client.say("set b 0 0 1\r\n1\r\nget a b c b\r\n");

        Exchange multiget = exchanges().get(1);
        assertThat(multiget.keys()).containsExactly("a", "b", "c", "b");
        assertThat(multiget.missedKeys()).containsExactly("a", "c");
        assertThat(multiget.hasKey("c")).isTrue();
        assertThat(multiget.hasKey("d")).isFalse();
    }

    @Test
    void ofVeryManyKeysTheFirstAreKept() throws IOException {
        client.say("get" + " k".repeat(1_000) + "\r\n");

        assertThat(only().keys()).hasSize(128);
        assertThat(only().missedKeys()).hasSize(128);
        assertThat(only().request().text()).endsWith("…");
        assertThat(only().request().length()).isEqualTo("get".length() + 2_000 + 2);
    }

    @Test
    void eachReplyOfAPipelineBelongsToItsRequest() throws IOException {
        client.say("set a 0 0 1\r\n1\r\nget a\r\nset a 0 0 1 noreply\r\n2\r\nget a\r\n");

        assertThat(exchanges())
                .extracting(exchange -> exchange.reply().text())
                .containsExactly("STORED", "VALUE a 0 1\\r\\n1\\r\\nEND", "", "VALUE a 0 1\\r\\n2\\r\\nEND");
        assertThat(exchanges()).extracting(Exchange::index).containsExactly(0L, 1L, 2L, 3L);
    }

    @Test
    void aRefusedStoreIsAnErrorAndItsValueIsNotShown() throws IOException {
        client.say("set k 0 0 2000000\r\n" + "x".repeat(2_000_000) + "\r\n");

        assertThat(exchanges().get(0).request().text()).isEqualTo("set k 0 0 2000000");
        assertThat(exchanges().get(0).reply().text()).isEqualTo("SERVER_ERROR object too large for cache");
        assertThat(exchanges().get(0).outcome()).isEqualTo(Outcome.ERROR);
    }

    @Test
    void aConnectionThatIsClosedInsteadOfAnAnswerIsTold() throws IOException {
        assertThat(client.sayLast("quit\r\n")).isEmpty();

        assertThat(only().outcome()).isEqualTo(Outcome.CLOSED);
    }

    @Test
    void binaryRequestsAreToldByTheirOpcodes() throws IOException {
        try (var binary = new BinaryConversation(memcached.address())) {
            binary.ask(request(0x01, new byte[8], bytes("k"), bytes("value")));
            binary.say(request(0x0d, NOTHING, bytes("k"), NOTHING));
            binary.say(request(0x0d, NOTHING, bytes("x"), NOTHING));
            binary.ask(request(0x1c, new byte[4], bytes("k"), NOTHING));
            binary.ask(request(0x77, NOTHING, NOTHING, NOTHING));
        }
        List<Exchange> told = journal.exchanges(exchange -> !exchange.command().equals("noop"));
        assertThat(told)
                .extracting(
                        Exchange::command,
                        Exchange::outcome,
                        exchange -> exchange.request().text(),
                        exchange -> exchange.reply().text().replaceAll("cas=\\d+", "cas=N"))
                .containsExactly(
                        tuple(
                                "set",
                                Outcome.STORED,
                                "set k opaque=0x1 extras=0x0000000000000000\\r\\nvalue",
                                "0x0000 cas=N opaque=0x1"),
                        tuple("getkq", Outcome.HIT, "getkq k opaque=0xd", "0x0000 cas=N opaque=0xd value"),
                        tuple("getkq", Outcome.MISS, "getkq x opaque=0xd", ""),
                        tuple(
                                "touch",
                                Outcome.TOUCHED,
                                "touch k opaque=0x1c extras=0x00000000",
                                "0x0000 cas=N opaque=0x1c"),
                        tuple("0x77", Outcome.ERROR, "0x77 opaque=0x77", "0x0081 opaque=0x77 Unknown command"));
        assertThat(told).extracting(Exchange::dialect).containsOnly(Dialect.BINARY);
        assertThat(told).extracting(Exchange::connection).containsOnly(1);
        assertThat(told.get(0).request().length()).isEqualTo(24 + 8 + 1 + 5);
    }

    @Test
    void passwordsOfTextUsersAreNotShown() throws IOException {
        try (var guarded = FakeMemcached.builder().textUser("user", "secret").start();
                var text = new TextConversation(guarded.address())) {
            text.send("user secret\r\n");
            assertThat(text.readLine()).contains("unauthenticated");
            text.send("set auth 0 0 11\r\nuser secret\r\n");
            assertThat(text.readLine()).contains("STORED");

            assertThat(guarded.journal().exchanges())
                    .extracting(exchange -> exchange.request().text())
                    .containsExactly("(hidden)", "set auth 0 0 11\\r\\n(hidden)");
            assertThat(guarded.journal().exchanges().toString()).doesNotContain("secret");
        }
    }

    @Test
    void passwordsOfSaslUsersAreNotShown() throws IOException {
        try (var guarded = FakeMemcached.builder().saslUser("user", "secret").start();
                var binary = new BinaryConversation(guarded.address())) {
            binary.ask(request(0x21, NOTHING, bytes("PLAIN"), bytes("\0user\0secret")));

            assertThat(guarded.journal().exchanges())
                    .extracting(exchange -> exchange.request().text())
                    .containsExactly("sasl_auth PLAIN opaque=0x21\\r\\n(hidden)");
            assertThat(guarded.journal().exchanges().toString()).doesNotContain("secret");
        }
    }

    @Test
    void theJournalIsBounded() throws IOException {
        journal.setCapacity(100);

        client.say("get k\r\n".repeat(250));

        assertThat(journal.exchanges()).hasSize(100);
        assertThat(journal.count()).isEqualTo(251);
        assertThat(journal.exchanges().get(0).number()).isEqualTo(152);
        assertThat(journal.exchanges().get(99).command()).isEqualTo("version");
    }

    @Test
    void itCanBeSwitchedOffAndOn() throws IOException {
        journal.setCapacity(0);
        client.say("get a\r\n");
        assertThat(journal.exchanges()).isEmpty();
        assertThat(journal.count()).isZero();

        journal.setCapacity(10);
        client.say("get b\r\n");
        assertThat(only().keys()).containsExactly("b");
    }

    @Test
    void resetClearsIt() throws IOException {
        client.say("get a\r\n");

        memcached.reset();
        client.say("get b\r\n");

        assertThat(only().number()).isEqualTo(1);
        assertThat(only().index()).isEqualTo(2);
    }

    @Test
    void itOutlivesARestart() throws IOException {
        client.say("get a\r\n");
        memcached.restart();

        try (var again = new TextConversation(memcached.address())) {
            again.say("get b\r\n");
        }

        assertThat(exchanges()).extracting(Exchange::connection).containsExactly(0, 1);
    }

    @Test
    void whatIsToComeCanBeWaitedFor() throws Exception {
        client.send("get a\r\nget b\r\n");

        assertThat(journal.await(exchange -> exchange.command().equals("get"), 2, TIME_LIMIT))
                .hasSize(2);
    }

    @Test
    void waitingInVainSaysWhatThereWas() throws IOException {
        client.say("get product:7\r\n");

        assertThatThrownBy(() -> journal.await(exchange -> exchange.command().equals("set"), 1, Duration.ofMillis(1)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(
                        "only 0 of 1 exchanges that were waited for came within 1 ms\n#1 c0 text   get product:7")
                .hasMessageContaining("→ END ");
    }

    @Test
    void nothingCanBeWaitedForIfItIsSwitchedOff() {
        journal.setCapacity(0);

        assertThatIllegalStateException()
                .isThrownBy(() -> journal.await(exchange -> true, 1, TIME_LIMIT))
                .withMessageContaining("switched off");
    }

    @Test
    void aListenerIsToldUntilItIsRemoved() throws Exception {
        journal.setCapacity(0);
        List<String> told = Collections.synchronizedList(new ArrayList<>());
        Consumer<Exchange> listener = exchange -> told.add(exchange.request().text());
        journal.addListener(listener);
        client.say("get a\r\n");
        journal.removeListener(listener);
        client.say("get b\r\n");

        assertThat(told).containsExactly("get a", "version");
    }

    @Test
    void aListenerThatFailsDisturbsNobody() throws Exception {
        journal.addListener(exchange -> {
            throw new IllegalStateException("on purpose");
        });

        assertThat(client.say("get a\r\n")).isEqualTo("END\r\n");
        assertThat(only().outcome()).isEqualTo(Outcome.MISS);
    }

    @Test
    void aCapacityAndANumberToWaitForHaveBounds() {
        assertThatIllegalArgumentException().isThrownBy(() -> journal.await(exchange -> true, 0, TIME_LIMIT));
        assertThatIllegalArgumentException().isThrownBy(() -> journal.setCapacity(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> journal.setCapacity(1_000_001));
    }

    @Test
    void whatDoesNotPrintIsEscaped() throws IOException {
        client.say("get \u001b[31mred\u0001\\\r\nset k 0 0 2\r\n\u00e4\u0000\r\n");

        assertThat(exchanges().get(0).request().text()).isEqualTo("get \\x1b[31mred\\x01\\\\");
        assertThat(exchanges().get(1).request().text()).isEqualTo("set k 0 0 2\\r\\n\\xe4\\x00");
    }

    @Test
    void keysAreUtf8() throws IOException {
        String key = new String("käse".getBytes(UTF_8), ISO_8859_1);

        client.say("get " + key + "\r\n");

        assertThat(only().keys()).containsExactly("käse");
        assertThat(only().request().text()).isEqualTo("get käse");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(US_ASCII);
    }
}
