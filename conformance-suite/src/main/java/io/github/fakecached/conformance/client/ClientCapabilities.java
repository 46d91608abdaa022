package io.github.fakecached.conformance.client;

import io.github.fakecached.conformance.rule.RuleBook;
import io.github.fakecached.conformance.wire.Dialect;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a client speaks, and what it is not held to. What is left out is not forgotten: its rules are skipped, and the report
 * gives the reason. Immutable.
 *
 * <pre>{@code
 * ClientCapabilities.binary()
 *         .without(ClientFeature.TLS, "not supported")
 *         .withoutRule("C-RETRY-02", "retries are what this client is for");
 * }</pre>
 */
public final class ClientCapabilities {

    private static final Duration RECOVERY = Duration.ofSeconds(20);

    private final Dialect dialect;
    private final Map<ClientFeature, String> missing;
    private final Map<String, String> rules;
    private final Duration recovery;

    private ClientCapabilities(
            Dialect dialect, Map<ClientFeature, String> missing, Map<String, String> rules, Duration recovery) {
        this.dialect = dialect;
        this.missing = missing;
        this.rules = rules;
        this.recovery = recovery;
    }

    /**
     * A client that speaks the text protocol, and can do everything.
     *
     * @return capabilities from which to leave out what it cannot do
     */
    public static ClientCapabilities text() {
        return new ClientCapabilities(Dialect.TEXT, Map.of(), Map.of(), RECOVERY);
    }

    /**
     * A client that speaks the binary protocol, and can do everything.
     *
     * @return capabilities from which to leave out what it cannot do
     */
    public static ClientCapabilities binary() {
        return new ClientCapabilities(Dialect.BINARY, Map.of(), Map.of(), RECOVERY);
    }

    /**
     * Leaves something out that the client cannot do.
     *
     * @param feature what it cannot do
     * @param reason why, for the report
     * @return new capabilities
     */
    public ClientCapabilities without(ClientFeature feature, String reason) {
        var more = new EnumMap<ClientFeature, String>(ClientFeature.class);
        more.putAll(missing);
        more.put(feature, reason);
        return new ClientCapabilities(dialect, more, rules, recovery);
    }

    /**
     * Leaves everything out that a client may be unable to do, to begin with: what is left is {@code get}, {@code set} and
     * {@code delete}.
     *
     * @param reason why, for the report
     * @return new capabilities
     */
    public ClientCapabilities withoutAll(String reason) {
        var all = new EnumMap<ClientFeature, String>(ClientFeature.class);
        for (ClientFeature feature : ClientFeature.values()) {
            all.put(feature, missing.getOrDefault(feature, reason));
        }
        return new ClientCapabilities(dialect, all, rules, recovery);
    }

    /**
     * Leaves a single rule out.
     *
     * @param id the rule's id
     * @param reason why, for the report
     * @return new capabilities
     * @throws IllegalArgumentException if no rule about clients has this id
     */
    public ClientCapabilities withoutRule(String id, String reason) {
        var more = new TreeMap<>(rules);
        more.put(RuleBook.client().rule(id).id(), reason);
        return new ClientCapabilities(dialect, missing, more, recovery);
    }

    /**
     * Says how long the client may take until it is of use again: after a lost connection, after an error, or longer than its
     * timeout. 20 seconds unless this is called, since a busy machine must not break a rule.
     *
     * @param time a second at least
     * @return new capabilities
     * @throws IllegalArgumentException if it is less
     */
    public ClientCapabilities recoversWithin(Duration time) {
        if (time.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("a client has a second at least to recover, not " + time);
        }
        return new ClientCapabilities(dialect, missing, rules, time);
    }

    /**
     * How long the client may take until it is of use again.
     *
     * @return a second at least
     */
    public Duration recovery() {
        return recovery;
    }

    /**
     * What the client speaks.
     *
     * @return the text protocol, or the binary one
     */
    public Dialect dialect() {
        return dialect;
    }

    /**
     * Why something is left out.
     *
     * @param feature something that clients can do
     * @return the reason, or nothing if the client is held to it
     */
    public Optional<String> reasonAgainst(ClientFeature feature) {
        return Optional.ofNullable(missing.get(feature)).map(reason -> "without " + feature + ": " + reason);
    }

    /**
     * Why a rule is left out.
     *
     * @param id the rule's id
     * @return the reason, or nothing if the client is held to it
     */
    public Optional<String> reasonAgainst(String id) {
        return Optional.ofNullable(rules.get(id)).map(reason -> "left out: " + reason);
    }
}
