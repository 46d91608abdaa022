package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.RuleBook;
import io.github.fakecached.conformance.rule.RuleResult;
import io.github.fakecached.conformance.run.Seed;
import io.github.fakecached.conformance.target.Startup;
import io.github.fakecached.conformance.target.Target;
import io.github.fakecached.conformance.target.TargetAbsent;
import io.github.fakecached.conformance.wire.Dialect;
import io.github.fakecached.conformance.wire.Transcript;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The run that is under way in this thread: its target, the client that properties are given, and the results so far. */
final class CurrentRun implements AutoCloseable {

    private static final ThreadLocal<CurrentRun> CURRENT = new ThreadLocal<>();

    /** Rules hold or do not in the cases that were tried by then; a server that needs a second for each reply is slow. */
    private static final Duration TRIES = Duration.ofSeconds(20);

    private static final Duration SHRINKING = Duration.ofSeconds(3);

    /** Nobody looks at the smallest case of every rule of a server that breaks so many. */
    private static final int MANY_FAILURES = 10;

    private final Target usual;
    private final StartedServers started;
    private final Seed seed;
    private final Patience patience;
    private final Consumer<RuleResult> listener;
    private final RuleBook book = RuleBook.all();
    private final List<RuleResult> results = new ArrayList<>();
    private Target target;
    private @Nullable TextClient client;
    private @Nullable BinaryClient binaryClient;
    private Transcript saidWithoutText = new Transcript();
    private long triesUntil;
    private boolean leavesOut;

    private CurrentRun(Target target, Seed seed, Patience patience, Consumer<RuleResult> listener) {
        this.usual = target;
        this.started = new StartedServers(target);
        this.target = target;
        this.seed = seed;
        this.patience = patience;
        this.listener = listener;
    }

    static CurrentRun begin(Target target, Seed seed, Patience patience, Consumer<RuleResult> listener) {
        var run = new CurrentRun(target, seed, patience, listener);
        CURRENT.set(run);
        return run;
    }

    static CurrentRun get() {
        return Optional.ofNullable(CURRENT.get())
                .orElseThrow(() -> new IllegalStateException(
                        "no target: these properties are run by ConformanceRunner, not by a build tool"));
    }

    /** What a server lacks for being started in this way, where there is something. */
    Optional<String> lacks(Startup startup) {
        return startup.lackedBy(usual);
    }

    /** The server that the property under way is about. */
    Target target() {
        return target;
    }

    /** Turns to a server that was started in this way, or with nothing to the usual one. */
    void turnTo(Optional<Startup> startup) throws TargetAbsent {
        var next = startup.isPresent() ? started.with(startup.get()) : usual;
        if (next != target) {
            dropClients();
            target = next;
        }
    }

    Seed seed() {
        return seed;
    }

    List<RuleResult> results() {
        return results;
    }

    void add(RuleResult result) {
        results.add(result);
        listener.accept(result);
    }

    /** Whether this rule is about the release of the target. */
    boolean isApplicable(String rule) {
        return book.rule(rule).versions().include(usual.version());
    }

    /** What the target does not speak of what a rule is about. */
    Set<Dialect> missingDialects(String rule) {
        var missing = new TreeSet<>(book.rule(rule).dialects());
        missing.removeAll(usual.capabilities().dialects());
        return missing;
    }

    Patience patience() {
        return patience;
    }

    /** Begins a property, whose tries may all be left out. */
    void beginProperty(boolean isLeftOut) {
        triesUntil = patience.endOf(TRIES);
        leavesOut = isLeftOut;
    }

    /** Begins the time for making a failed case smaller, if it has not begun yet; there is none if a reply was missed. */
    void failed(Class<?> properties, boolean missedReply) {
        if (missedReply) {
            patience.missedReply(properties);
        }
        triesUntil = Math.min(triesUntil, System.nanoTime() + (missedReply ? Duration.ZERO : SHRINKING).toNanos());
    }

    /** Whether failed cases are made smaller: jqwik goes on looking for smaller ones when no more are tried, which takes long. */
    boolean shrinks() {
        return results.stream()
                        .filter(result -> result.status() == RuleResult.Status.BROKEN)
                        .count()
                < MANY_FAILURES;
    }

    /** Whether tries are over: the property is left out, took its time, or its failed case has been made small long enough. */
    boolean leavesTriesOut() {
        return leavesOut || System.nanoTime() > triesUntil;
    }

    /** Begins a try with an empty server, and gives what will have been said in it. */
    Transcript beginTry() {
        if (target.speaksText()) {
            client().begin();
            return client().transcript();
        }
        saidWithoutText = new Transcript();
        binaryClient().begin();
        return saidWithoutText;
    }

    /** A client that waits for a reply to nothing; the one of the last try if that ended well. */
    TextClient client() {
        var usable = client;
        if (usable == null || usable.isSpent()) {
            usable = new TextClient(target);
            client = usable;
        }
        return usable;
    }

    /** The same for the binary protocol. */
    BinaryClient binaryClient() {
        var usable = binaryClient;
        if (usable == null || usable.isSpent()) {
            usable = new BinaryClient(target, () -> target.speaksText() ? client().transcript() : saidWithoutText);
            binaryClient = usable;
        }
        return usable;
    }

    /** After a try that failed nobody knows what the server waits for. */
    void dropClients() {
        if (client != null) {
            client.close();
            client = null;
        }
        if (binaryClient != null) {
            binaryClient.close();
            binaryClient = null;
        }
    }

    @Override
    public void close() {
        dropClients();
        started.close();
        CURRENT.remove();
    }
}
