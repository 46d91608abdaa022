package io.github.fakecached.junit.assertj;

import io.github.fakecached.journal.Exchange;
import io.github.fakecached.journal.Outcome;
import io.github.fakecached.protocol.CommandNames;
import io.github.fakecached.protocol.Dialect;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions about an exchange. A failure shows it, and those before and after it in its journal.
 *
 * <pre>{@code
 * assertThat(memcached.journal()).commands("get").first().hasKey("product:7").missed();
 * }</pre>
 */
public final class ExchangeAssert extends AbstractAssert<ExchangeAssert, Exchange> {

    private final List<Exchange> journal;

    ExchangeAssert(Exchange actual, List<Exchange> journal) {
        super(actual, ExchangeAssert.class);
        this.journal = journal;
    }

    /**
     * Verifies which command it was.
     *
     * <pre>{@code
     * client.get("product:7");
     *
     * assertThat(memcached.journal()).last().hasCommand("get");  // passes
     * assertThat(memcached.journal()).last().hasCommand("set");  // fails
     * }</pre>
     *
     * @param name a name of the text protocol, which stands for opcodes too, or that of an opcode
     * @return this
     * @throws AssertionError if it was another
     * @throws IllegalArgumentException if no command has this name
     */
    public ExchangeAssert hasCommand(String name) {
        boolean is = CommandNames.requestsOf(name).contains(actual.command());
        return verify(is, "to be of command " + name, "its command is " + actual.command());
    }

    /**
     * Verifies that a key is among those it named.
     *
     * <pre>{@code
     * client.getBulk("product:7", "product:8");
     *
     * assertThat(memcached.journal()).last().hasKey("product:8");  // passes
     * assertThat(memcached.journal()).last().hasKey("product:9");  // fails
     * }</pre>
     *
     * @param key the key as text
     * @return this
     * @throws AssertionError if it is not
     */
    public ExchangeAssert hasKey(String key) {
        return verify(actual.hasKey(key), "to have the key " + quoted(List.of(key)), keys(actual.keys()));
    }

    /**
     * Verifies which keys it named, in their order.
     *
     * <pre>{@code
     * client.getBulk("product:7", "product:8");
     *
     * assertThat(memcached.journal()).last().hasKeys("product:7", "product:8");  // passes
     * assertThat(memcached.journal()).last().hasKeys("product:7");               // fails
     * }</pre>
     *
     * @param keys the keys as text; none for a request without keys
     * @return this
     * @throws AssertionError if they are others
     */
    public ExchangeAssert hasKeys(String... keys) {
        List<String> expected = List.of(keys);
        String words = expected.isEmpty() ? "to have no keys" : "to have exactly the keys " + quoted(expected);
        return verify(actual.keys().equals(expected), words, keys(actual.keys()));
    }

    /**
     * Verifies that it found all the items that it asked for.
     *
     * <pre>{@code
     * memcached.contents().put("color", "red");
     * client.get("color");
     * client.get("taste");
     *
     * assertThat(memcached.journal()).first().hit();  // passes
     * assertThat(memcached.journal()).last().hit();   // fails
     * }</pre>
     *
     * @return this
     * @throws AssertionError if one was missing, or it is no retrieval
     */
    public ExchangeAssert hit() {
        return hasOutcome(Outcome.HIT);
    }

    /**
     * Verifies that it found no item.
     *
     * <pre>{@code
     * memcached.contents().put("color", "red");
     * client.get("taste");
     * client.get("color");
     *
     * assertThat(memcached.journal()).first().missed();  // passes
     * assertThat(memcached.journal()).last().missed();   // fails
     * }</pre>
     *
     * @return this
     * @throws AssertionError if it found one, or is no retrieval
     */
    public ExchangeAssert missed() {
        return hasOutcome(Outcome.MISS);
    }

    /**
     * Verifies which of its keys had no item.
     *
     * <pre>{@code
     * memcached.contents().put("color", "red");
     * client.getBulk("color", "taste");
     *
     * assertThat(memcached.journal()).last().missedKeys("taste");           // passes
     * assertThat(memcached.journal()).last().missedKeys("color", "taste");  // fails
     * }</pre>
     *
     * @param keys the keys as text, in any order; none if all were found
     * @return this
     * @throws AssertionError if they are others
     */
    public ExchangeAssert missedKeys(String... keys) {
        List<String> expected = Arrays.stream(keys).sorted().toList();
        List<String> missed = actual.missedKeys().stream().sorted().toList();
        return verify(
                missed.equals(expected),
                expected.isEmpty() ? "to have missed no keys" : "to have missed the keys " + quoted(expected),
                missed.isEmpty() ? "it missed none" : "it missed " + quoted(actual.missedKeys()));
    }

    /**
     * Verifies what it came to.
     *
     * <pre>{@code
     * client.add("lock", 10, "me").get();
     *
     * assertThat(memcached.journal()).last().hasOutcome(Outcome.STORED);      // passes
     * assertThat(memcached.journal()).last().hasOutcome(Outcome.NOT_STORED);  // fails
     * }</pre>
     *
     * @param outcome one of the outcomes
     * @return this
     * @throws AssertionError if it came to another
     */
    public ExchangeAssert hasOutcome(Outcome outcome) {
        return verify(
                actual.outcome() == outcome,
                "to have the outcome " + outcome.inWords(),
                "its outcome is " + actual.outcome().inWords());
    }

    /**
     * Verifies how it was answered.
     *
     * <pre>{@code
     * client.add("lock", 10, "me").get();
     *
     * assertThat(memcached.journal()).last().hasReply("STORED");      // passes
     * assertThat(memcached.journal()).last().hasReply("NOT_STORED");  // fails
     * }</pre>
     *
     * @param text as the journal has it, without the line end behind it; empty for nothing
     * @return this
     * @throws AssertionError if the reply was another
     */
    public ExchangeAssert hasReply(String text) {
        String reply = actual.reply().text();
        return verify(
                reply.equals(text),
                text.isEmpty() ? "to have no reply" : "to have the reply " + text,
                reply.isEmpty() ? "it has none" : "its reply is " + reply);
    }

    /**
     * Verifies over which connection it came.
     *
     * <pre>{@code
     * client.get("color");  // the only client
     *
     * assertThat(memcached.journal()).last().isOnConnection(0);  // passes
     * assertThat(memcached.journal()).last().isOnConnection(1);  // fails
     * }</pre>
     *
     * @param connection which one of its node, from 0
     * @return this
     * @throws AssertionError if it was another
     */
    public ExchangeAssert isOnConnection(int connection) {
        return verify(
                actual.connection() == connection,
                "to be on connection " + connection,
                "it is on connection " + actual.connection());
    }

    /**
     * Verifies in which form it was asked.
     *
     * <pre>{@code
     * client.get("color");  // a client that speaks the text protocol
     *
     * assertThat(memcached.journal()).last().hasDialect(Dialect.TEXT);    // passes
     * assertThat(memcached.journal()).last().hasDialect(Dialect.BINARY);  // fails
     * }</pre>
     *
     * @param dialect one of the dialects
     * @return this
     * @throws AssertionError if it was another
     */
    public ExchangeAssert hasDialect(Dialect dialect) {
        return verify(
                actual.dialect() == dialect,
                "to have the dialect " + words(dialect),
                "its dialect is " + words(actual.dialect()));
    }

    /**
     * Verifies that a fault was applied to it.
     *
     * <pre>{@code
     * memcached.faults().on(command("get")).nth(2).reply("END");
     * client.get("color");
     * client.get("color");  // answered END, whatever there is
     *
     * assertThat(memcached.journal()).last().hasFault();   // passes
     * assertThat(memcached.journal()).first().hasFault();  // fails
     * }</pre>
     *
     * @return this
     * @throws AssertionError if there was none
     */
    public ExchangeAssert hasFault() {
        return verify(actual.fault().isPresent(), "to have a fault", "it has none");
    }

    /**
     * Verifies that no fault was applied to it.
     *
     * <pre>{@code
     * memcached.faults().on(command("get")).nth(2).reply("END");
     * client.get("color");
     * client.get("color");  // answered END, whatever there is
     *
     * assertThat(memcached.journal()).first().hasNoFault();  // passes
     * assertThat(memcached.journal()).last().hasNoFault();   // fails
     * }</pre>
     *
     * @return this
     * @throws AssertionError if there was one
     */
    public ExchangeAssert hasNoFault() {
        return verify(
                actual.fault().isEmpty(),
                "to have no fault",
                "it has the fault " + actual.fault().orElse(""));
    }

    private ExchangeAssert verify(boolean condition, String expectation, String finding) {
        if (!condition) {
            throw failure(
                    "Expecting the exchange marked with >\n%s\nbut %s:\n%s",
                    expectation, finding, JournalExcerpt.marking(List.of(actual), journal));
        }
        return this;
    }

    private static String keys(List<String> keys) {
        return switch (keys.size()) {
            case 0 -> "it has no key";
            case 1 -> "its key is " + quoted(keys);
            default -> "its keys are " + quoted(keys);
        };
    }

    private static String quoted(List<String> keys) {
        return keys.stream().map(QuotedText::of).collect(Collectors.joining(", "));
    }

    private static String words(Dialect dialect) {
        return dialect.name().toLowerCase(Locale.ROOT);
    }
}
