package io.github.fakecached.conformance.client;

import static org.awaitility.Awaitility.await;

import io.github.fakecached.FakeMemcached;
import io.github.fakecached.FakeMemcachedBuilder;
import io.github.fakecached.conformance.wire.Dialect;
import io.github.fakecached.journal.JournalRenderer;
import java.net.PasswordAuthentication;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * What a rule is tried with, once: a fake of its own, clients connected with it, and what they were asked. Time limits are long
 * where a rule is not about them, so that a busy machine breaks none.
 */
final class Trial implements AutoCloseable {

    /** For operations that ought to succeed. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration IMPATIENCE = Duration.ofMillis(400);
    private static final Duration ATTENTION = Duration.ofSeconds(3);
    private static final Duration POLL = Duration.ofMillis(20);
    private static final int LAST_CALLS = 20;

    private final ClientConnector connector;
    private final ClientCapabilities capabilities;
    private final int slowness;
    private final CallLog calls;
    private final List<Subject> subjects = new ArrayList<>();
    private @Nullable FakeMemcached memcached;
    private @Nullable Subject client;

    /**
     * A trial.
     *
     * @param slowness by how much short timeouts are multiplied
     */
    Trial(ClientConnector connector, ClientCapabilities capabilities, int slowness) {
        this.connector = connector;
        this.capabilities = capabilities;
        this.calls = new CallLog(capabilities.recovery());
        this.slowness = slowness;
    }

    boolean isBinary() {
        return capabilities.dialect() == Dialect.BINARY;
    }

    /** How long a client may take until it is of use again. */
    Duration recovery() {
        return capabilities.recovery();
    }

    /** The server: one with the settings that everybody has, unless another one was started. */
    FakeMemcached memcached() {
        return memcached == null ? start(UnaryOperator.identity()) : memcached;
    }

    FakeMemcached start(UnaryOperator<FakeMemcachedBuilder> settings) {
        memcached = settings.apply(FakeMemcached.builder()).start();
        return memcached;
    }

    /** A client that waits long enough. */
    Subject client() {
        if (client == null) {
            client = connect(endpoint(PATIENCE)).result();
        }
        return client;
    }

    /** A client that gives up soon, and that has been answered once. */
    Subject impatientClient() {
        return answeredOnce(IMPATIENCE);
    }

    /** A client that gives up when it has had the time to make something of a reply, and that has been answered once. */
    Subject attentiveClient() {
        return answeredOnce(ATTENTION);
    }

    private Subject answeredOnce(Duration timeout) {
        memcached().contents().put("warm", "up");
        Answer<Subject> connected = connect(endpoint(timeout.multipliedBy(slowness)));
        Inconclusive.unless(!connected.failed(), "connecting took longer than the short timeout");
        Subject impatient = connected.result();
        eventually(() -> impatient.get("warm"));
        return impatient;
    }

    Endpoint endpoint(Duration timeout) {
        return new Endpoint(memcached().address(), timeout, Optional.empty(), Optional.empty());
    }

    Endpoint endpoint(String user, String password, Duration timeout) {
        return new Endpoint(
                memcached().address(),
                timeout,
                Optional.of(new PasswordAuthentication(user, password.toCharArray())),
                Optional.empty());
    }

    Endpoint endpoint(SSLContext tls) {
        return new Endpoint(memcached().address(), PATIENCE, Optional.empty(), Optional.of(tls));
    }

    /** Connects, or is told that it cannot be done. */
    Answer<Subject> connect(Endpoint endpoint) {
        Answer<ClientUnderTest> connected =
                calls.call("connect()", endpoint.timeout(), () -> connector.connect(endpoint));
        if (connected.value() == null) {
            return new Answer<>(connected.call(), null, connected.failure());
        }
        Subject subject = new Subject(connected.value(), calls, endpoint.timeout());
        subjects.add(subject);
        return new Answer<>(connected.call(), subject, null);
    }

    /** Begins calls beside this thread. */
    <T> CompletableFuture<T> begin(Callable<T> calling) {
        return calls.start(calling);
    }

    /** The answer to a call that was begun. */
    <T> T outcome(CompletableFuture<T> begun) throws Exception {
        return begun.get(PATIENCE.plus(recovery()).toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Calls until it does not fail any more, and gives the first result. */
    <T> T eventually(Supplier<Answer<T>> call) {
        try {
            return await("an answer that is no failure")
                    .atMost(recovery())
                    .pollDelay(Duration.ZERO)
                    .pollInterval(POLL)
                    .until(call::get, answer -> !answer.failed())
                    .result();
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(
                    "the client still fails after " + recovery().toSeconds() + " s", e);
        }
    }

    /** What the clients were asked, and what passed over the wire. */
    String transcript() {
        return "calls:\n" + calls.last(LAST_CALLS).indent(2) + "journal:\n"
                + (memcached == null
                                ? "no server"
                                : JournalRenderer.lastOf(memcached.journal().exchanges()))
                        .indent(2)
                        .stripTrailing();
    }

    /** Shuts everything down; what a client makes of that is for rules of its own. */
    @Override
    public void close() {
        for (Subject subject : subjects) {
            try {
                subject.close();
            } catch (AssertionError hangs) {
                // C-CLOSE-03 is about this.
            }
        }
        calls.close();
        if (memcached != null) {
            memcached.close();
        }
    }
}
