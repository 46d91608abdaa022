package io.github.fakecached.junit.assertj;

import io.github.fakecached.journal.Exchange;
import io.github.fakecached.journal.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractListAssert;

/**
 * Assertions about the exchanges that a journal keeps, or those picked from them: how many, in which order, how they were retried.
 * They are about the exchanges there were when {@code assertThat} was called; to wait for more there is
 * {@link io.github.fakecached.journal.Journal#await}. A failure shows the journal, with the exchanges that are meant marked.
 *
 * <pre>{@code
 * assertThat(memcached.journal()).forKey("product:7").containsExactlyCommands("get", "set");
 * }</pre>
 *
 * <p>Commands go by their names in the text protocol, which stand for opcodes too, or by those of single opcodes: {@code "get"} is
 * also {@code getq}, {@code getk} and {@code getkq}. A name that no command has is refused with an
 * {@link IllegalArgumentException}.
 *
 * <p>All that AssertJ has for lists can be used too, such as {@code allSatisfy}, {@code filteredOn} and {@code extracting}.
 */
public final class JournalAssert
        extends AbstractListAssert<JournalAssert, List<? extends Exchange>, Exchange, ExchangeAssert> {

    private final PickedExchanges picked;

    JournalAssert(PickedExchanges picked) {
        super(picked.exchanges(), JournalAssert.class);
        this.picked = picked;
        info.useRepresentation(new JournalRepresentation(picked.journal()));
    }

    /**
     * Picks the exchanges of some commands.
     *
     * <pre>{@code
     * client.get("product:7");
     *
     * assertThat(memcached.journal()).commands("get").hasSize(1);        // passes
     * assertThat(memcached.journal()).commands("get", "set").isEmpty();  // fails
     * }</pre>
     *
     * @param names one or more
     * @return assertions about these
     * @throws IllegalArgumentException if no command has one of these names
     */
    public JournalAssert commands(String... names) {
        return pick("command " + String.join(" or ", names), new CommandOrder(names)::includes);
    }

    /**
     * Picks the exchanges that name a key.
     *
     * <pre>{@code
     * client.getBulk("product:7", "product:8");
     *
     * assertThat(memcached.journal()).forKey("product:8").hasSize(1);  // passes
     * assertThat(memcached.journal()).forKey("product:9").hasSize(1);  // fails
     * }</pre>
     *
     * @param key the key as text
     * @return assertions about these
     */
    public JournalAssert forKey(String key) {
        return pick("key " + QuotedText.of(key), exchange -> exchange.hasKey(key));
    }

    /**
     * Picks the exchanges of a connection.
     *
     * <pre>{@code
     * client.get("product:7");  // the only client
     *
     * assertThat(memcached.journal()).onConnection(0).isNotEmpty();  // passes
     * assertThat(memcached.journal()).onConnection(1).isNotEmpty();  // fails
     * }</pre>
     *
     * @param connection which one of the node, from 0
     * @return assertions about these
     */
    public JournalAssert onConnection(int connection) {
        return pick("connection " + connection, exchange -> exchange.connection() == connection);
    }

    /**
     * Picks the exchanges that came to one of some outcomes.
     *
     * <pre>{@code
     * client.add("lock", 10, "me").get();
     * client.add("lock", 10, "me").get();
     *
     * assertThat(memcached.journal()).withOutcome(Outcome.STORED).hasSize(1);      // passes
     * assertThat(memcached.journal()).withOutcome(Outcome.NOT_STORED).hasSize(2);  // fails
     * }</pre>
     *
     * @param outcomes one or more
     * @return assertions about these
     */
    public JournalAssert withOutcome(Outcome... outcomes) {
        List<Outcome> wanted = List.of(outcomes);
        return pick(
                "outcome " + wanted.stream().map(Outcome::inWords).collect(Collectors.joining(" or ")),
                exchange -> wanted.contains(exchange.outcome()));
    }

    /**
     * Picks the retrievals that found all that they asked for.
     *
     * <pre>{@code
     * memcached.contents().put("color", "red");
     * client.get("color");
     *
     * assertThat(memcached.journal()).hits().hasSize(1);  // passes
     * assertThat(memcached.journal()).hits().isEmpty();   // fails
     * }</pre>
     *
     * @return assertions about these
     */
    public JournalAssert hits() {
        return withOutcome(Outcome.HIT);
    }

    /**
     * Picks the retrievals that found nothing.
     *
     * <pre>{@code
     * client.get("color");
     *
     * assertThat(memcached.journal()).misses().hasSize(1);  // passes
     * assertThat(memcached.journal()).misses().isEmpty();   // fails
     * }</pre>
     *
     * @return assertions about these
     */
    public JournalAssert misses() {
        return withOutcome(Outcome.MISS);
    }

    /**
     * Verifies which commands there were, one after the other.
     *
     * <pre>{@code
     * catalog.name(7);  // reads it from the database, for it is not cached
     *
     * assertThat(memcached.journal()).forKey("product:7").containsExactlyCommands("get", "set");  // passes
     * assertThat(memcached.journal()).forKey("product:7").containsExactlyCommands("set");         // fails
     * }</pre>
     *
     * @param names one for each exchange
     * @return this
     * @throws AssertionError if there are others, more, fewer, or in another order
     * @throws IllegalArgumentException if no command has one of these names
     */
    public JournalAssert containsExactlyCommands(String... names) {
        CommandOrder order = new CommandOrder(names);
        order.differsFrom(actual).ifPresent(deviation -> {
            throw failed("to have exactly the commands " + order + picked.criteriaInWords(), deviation);
        });
        return this;
    }

    /**
     * Verifies that there were these commands one after the other; others may lie between them.
     *
     * <pre>{@code
     * client.get("a");
     * client.get("b");
     * client.set("a", 0, "1").get();
     *
     * assertThat(memcached.journal()).containsCommandsInOrder("get", "set");  // passes
     * assertThat(memcached.journal()).containsCommandsInOrder("set", "get");  // fails
     * }</pre>
     *
     * @param names one or more
     * @return this
     * @throws AssertionError if one is missing
     * @throws IllegalArgumentException if no command has one of these names
     */
    public JournalAssert containsCommandsInOrder(String... names) {
        CommandOrder order = new CommandOrder(names);
        order.isNotWithin(actual).ifPresent(deviation -> {
            throw failed("to have in this order the commands " + order + picked.criteriaInWords(), deviation);
        });
        return this;
    }

    /**
     * Verifies that there were no unexpected commands. Lines that are no command at all are unexpected too.
     *
     * <pre>{@code
     * catalog.name(7);  // reads it from the database, for it is not cached
     *
     * assertThat(memcached.journal()).hasNoOtherCommandsThan("get", "set");  // passes
     * assertThat(memcached.journal()).hasNoOtherCommandsThan("get");         // fails
     * }</pre>
     *
     * @param names one or more; they need not occur
     * @return this
     * @throws AssertionError if there are others
     * @throws IllegalArgumentException if no command has one of these names
     */
    public JournalAssert hasNoOtherCommandsThan(String... names) {
        CommandOrder order = new CommandOrder(names);
        List<Exchange> others = picked.exchanges().stream()
                .filter(exchange -> !order.includes(exchange))
                .toList();
        if (!others.isEmpty()) {
            throw failed(
                    "to have no other commands than " + order + picked.criteriaInWords(),
                    "but there " + (others.size() == 1 ? "is 1" : "are " + others.size()) + ", marked with >:",
                    others);
        }
        return this;
    }

    /**
     * Verifies that there is one request that was retried, and nothing else: the same command with the same keys, on any
     * connection.
     *
     * <pre>{@code
     * client.incr("visits", 1);  // sends it a second time, since the reply to the first is lost
     *
     * assertThat(memcached.journal()).forKey("visits").areRetried(1);  // passes
     * assertThat(memcached.journal()).forKey("visits").areRetried(2);  // fails
     * }</pre>
     *
     * @param retries how many, without the first attempt; 0 or more
     * @return assertions about the time between them
     * @throws AssertionError if there are more or fewer exchanges, or different requests
     * @throws IllegalArgumentException if the number is negative
     */
    public RetriesAssert areRetried(int retries) {
        if (retries < 0) {
            throw new IllegalArgumentException("a request is retried 0 or more times, not " + retries);
        }
        String expectation = "to have a request" + picked.criteriaInWords() + " that is retried " + retries
                + (retries == 1 ? " time" : " times");
        if (actual.size() != retries + 1) {
            throw failed(expectation, picked.found(), picked.marked());
        }
        Exchange first = actual.get(0);
        actual.stream()
                .filter(attempt -> !attempt.command().equals(first.command())
                        || !attempt.keys().equals(first.keys()))
                .findFirst()
                .ifPresent(another -> {
                    throw failed(expectation, "but the one marked with > is another request:", List.of(another));
                });
        return new RetriesAssert(this, picked.exchanges(), Exchange::time, "in virtual time");
    }

    /**
     * Verifies how many exchanges there are.
     *
     * <pre>{@code
     * client.get("color");
     *
     * assertThat(memcached.journal()).hasSize(1);  // passes
     * assertThat(memcached.journal()).hasSize(2);  // fails
     * }</pre>
     *
     * @param expected zero or more
     * @return this
     * @throws AssertionError if there are more or fewer
     */
    @Override
    public JournalAssert hasSize(int expected) {
        if (actual.size() != expected) {
            throw failed("to have " + picked.count(expected), picked.found(), picked.marked());
        }
        return this;
    }

    /**
     * Verifies that there are no such exchanges.
     *
     * <pre>{@code
     * client.get("color");
     *
     * assertThat(memcached.journal()).commands("set").isEmpty();  // passes
     * assertThat(memcached.journal()).commands("get").isEmpty();  // fails
     * }</pre>
     *
     * @throws AssertionError if there are some
     */
    @Override
    public void isEmpty() {
        hasSize(0);
    }

    /**
     * Verifies that there is such an exchange, or several.
     *
     * <pre>{@code
     * client.get("color");
     *
     * assertThat(memcached.journal()).commands("get").isNotEmpty();  // passes
     * assertThat(memcached.journal()).commands("set").isNotEmpty();  // fails
     * }</pre>
     *
     * @return this
     * @throws AssertionError if there is none
     */
    @Override
    public JournalAssert isNotEmpty() {
        if (actual.isEmpty()) {
            throw failed("to have an exchange" + picked.criteriaInWords(), picked.found(), List.of());
        }
        return this;
    }

    /**
     * Goes to one of the exchanges.
     *
     * <pre>{@code
     * client.get("color");
     * client.get("taste");
     *
     * assertThat(memcached.journal()).element(1).hasKey("taste");  // passes
     * assertThat(memcached.journal()).element(2).hasKey("taste");  // fails
     * }</pre>
     *
     * @param index which, from 0
     * @return assertions about it
     * @throws AssertionError if there are fewer
     */
    @Override
    public ExchangeAssert element(int index) {
        if (index < 0 || index >= actual.size()) {
            throw failed(
                    "to have an exchange at index " + index + picked.criteriaInWords(),
                    picked.found(),
                    picked.marked());
        }
        return super.element(index);
    }

    /**
     * Goes to the only exchange.
     *
     * <pre>{@code
     * client.get("color");
     * client.get("taste");
     *
     * assertThat(memcached.journal()).forKey("color").singleElement().missed();    // passes
     * assertThat(memcached.journal()).commands("get").singleElement().missed();  // fails
     * }</pre>
     *
     * @return assertions about it
     * @throws AssertionError if there is none, or there are several
     */
    @Override
    public ExchangeAssert singleElement() {
        return hasSize(1).element(0);
    }

    @Override
    protected ExchangeAssert toAssert(Exchange value, String navigation) {
        ExchangeAssert exchange = new ExchangeAssert(value, picked.journal());
        return info.hasDescription() ? exchange.as(info.description()) : exchange;
    }

    @Override
    protected JournalAssert newAbstractIterableAssert(Iterable<? extends Exchange> some) {
        List<Exchange> wanted = new ArrayList<>();
        some.forEach(wanted::add);
        return new JournalAssert(picked.with("what a filter asks for", List.copyOf(wanted)));
    }

    /** An error with the exchanges that explain it. */
    AssertionError failed(String expectation, String finding, String excerpt) {
        return failure(
                "Expecting the journal%s\n%s\n%s%s",
                picked.nodeInWords(), expectation, finding, excerpt.isEmpty() ? "" : "\n" + excerpt);
    }

    private AssertionError failed(String expectation, String finding, List<Exchange> marked) {
        return failed(expectation, finding, JournalExcerpt.marking(marked, picked.journal()));
    }

    private AssertionError failed(String expectation, CommandOrder.Deviation deviation) {
        String words = picked.journal().isEmpty() ? "but it is empty." : deviation.words();
        return failed(expectation, words, deviation.marked());
    }

    private JournalAssert pick(String criterion, Predicate<Exchange> which) {
        JournalAssert fewer = new JournalAssert(picked.by(criterion, which));
        return info.hasDescription() ? fewer.as(info.description()) : fewer;
    }
}
