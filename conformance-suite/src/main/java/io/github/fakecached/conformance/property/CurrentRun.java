package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.RuleBook;
import io.github.fakecached.conformance.rule.RuleResult;
import io.github.fakecached.conformance.run.Seed;
import io.github.fakecached.conformance.target.HurriedTarget;
import io.github.fakecached.conformance.target.Startup;
import io.github.fakecached.conformance.target.Target;
import io.github.fakecached.conformance.target.TargetAbsent;
import io.github.fakecached.conformance.wire.Deadline;
import io.github.fakecached.conformance.wire.Dialect;
import io.github.fakecached.conformance.wire.NoReply;
import io.github.fakecached.conformance.wire.Transcript;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The run that is under way in this thread: its target, its time, and the results so far. */
final class CurrentRun implements AutoCloseable {

    private static final ThreadLocal<CurrentRun> CURRENT = new ThreadLocal<>();

    private static final Duration SHRINKING = Duration.ofSeconds(3);

    /** Nobody looks at the smallest case of every rule of a server that breaks so many. */
    private static final int MANY_FAILURES = 10;

    private final Deadline deadline = new Deadline();
    private final Target usual;
    private final StartedServers started;
    private final Seed seed;
    private final Patience patience;
    private final Consumer<RuleResult> listener;
    private final RuleBook book = RuleBook.all();
    private final List<RuleResult> results = new ArrayList<>();
    private final Clients clients;
    private final Set<Dialect> dialects;
    private long triesUntil;
    private boolean leavesOut;
    private @Nullable ShrunkEnough smallest;

    private CurrentRun(Target target, Seed seed, Patience patience, Consumer<RuleResult> listener) {
        this.usual = new HurriedTarget(target, deadline);
        this.started = new StartedServers(usual);
        this.clients = new Clients(usual);
        this.dialects = usual.capabilities().dialects();
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
        return clients.target();
    }

    /** Turns to a server that was started in this way, or with nothing to the usual one. */
    void turnTo(Optional<Startup> startup) throws TargetAbsent {
        clients.turnTo(startup.isPresent() ? started.with(startup.get()) : usual);
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
        missing.removeAll(dialects);
        return missing;
    }

    boolean speaks(Dialect dialect) {
        return dialects.contains(dialect);
    }

    Patience patience() {
        return patience;
    }

    /** Begins a property: what is asked before it is tried has a deadline of its own. */
    void beginProperty() {
        deadline.set(patience.endOfProperty());
        smallest = null;
    }

    /** Begins the tries of a property, which may all be left out. Their time begins now: a server may have been started before. */
    void beginTries(boolean areLeftOut) {
        triesUntil = patience.endOfTries();
        deadline.set(patience.endOfProperty());
        leavesOut = areLeftOut;
    }

    /**
     * Begins the time for making a failed case smaller, if it has not begun yet; there is none if a reply was missed.
     *
     * @param why of the case, which is smaller than any that failed before
     * @param parameters the case
     */
    void failed(Class<?> properties, AssertionError why, List<Object> parameters) {
        boolean missedReply = why.getCause() instanceof NoReply || why.getCause() instanceof NotEmptied;
        if (missedReply) {
            patience.missedReply(properties);
        }
        smallest = new ShrunkEnough(why, parameters);
        triesUntil = Math.min(triesUntil, System.nanoTime() + (missedReply ? Duration.ZERO : SHRINKING).toNanos());
    }

    /** Whether failed cases are made smaller. */
    boolean shrinks() {
        return results.stream()
                        .filter(result -> result.status() == RuleResult.Status.BROKEN)
                        .count()
                < MANY_FAILURES;
    }

    /**
     * Whether tries are over: the property is left out, or took its time.
     *
     * @throws ShrunkEnough if a case has failed, and was made smaller long enough
     */
    boolean leavesTriesOut() {
        boolean over = leavesOut || System.nanoTime() - triesUntil > 0;
        if (over && smallest != null) {
            throw smallest;
        }
        return over;
    }

    /**
     * Begins a try, with an empty server. It does so on new connections if those of the try before are not answered any more:
     * what spoiled them is no matter of this rule.
     *
     * @throws NotEmptied if that does not help
     */
    void beginTry() {
        try {
            empty();
        } catch (NoReply spoiled) {
            clients.disconnect();
            emptyOrGiveUp();
        }
    }

    private void emptyOrGiveUp() {
        try {
            empty();
        } catch (NoReply none) {
            throw new NotEmptied(none);
        }
    }

    /** Empties the server, in the first dialect that it speaks. */
    private void empty() {
        clients.connect();
        if (speaks(Dialect.TEXT) && target().speaksText()) {
            client().begin();
        } else {
            binaryClient().begin();
        }
    }

    /** What the clients have said and heard in this try. */
    Transcript transcript() {
        return clients.transcript();
    }

    TextClient client() {
        return clients.text();
    }

    BinaryClient binaryClient() {
        return clients.binary();
    }

    void dropClients() {
        clients.drop();
    }

    @Override
    public void close() {
        clients.close();
        started.close();
        CURRENT.remove();
    }
}
