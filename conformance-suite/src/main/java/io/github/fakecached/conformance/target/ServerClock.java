package io.github.fakecached.conformance.target;

import io.github.fakecached.conformance.wire.BinaryMessage;
import io.github.fakecached.conformance.wire.Dialect;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** A server's own idea of the time, read from its {@code stats}. Moves nothing; only looks and waits. */
public final class ServerClock {

    private static final Pattern TIME = Pattern.compile("STAT time (\\d+)\r\n");
    /** Waiting any longer makes a test run nobody wants to wait for. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private static final BinaryMessage STAT = BinaryMessage.request(0x10, "", "", "");

    private final Target target;

    /** The clock of a target, which is asked on connections of its own. */
    public ServerClock(Target target) {
        this.target = target;
    }

    /** Seconds since 1970, as the server has them. */
    public long now() {
        boolean text = target.speaksText() && target.capabilities().dialects().contains(Dialect.TEXT);
        var stats = text ? textStats() : binaryStats();
        var matcher = TIME.matcher(stats);
        if (!matcher.find()) {
            throw new IllegalStateException("the server's stats do not tell the time:\n" + stats);
        }
        return Long.parseLong(matcher.group(1));
    }

    private String textStats() {
        try (var connection = target.connect()) {
            return connection.ask("stats\r\n").text();
        }
    }

    /** In the form of the text protocol. */
    private String binaryStats() {
        try (var connection = target.connect(Dialect.BINARY)) {
            return BinaryMessage.split(connection.ask(STAT.bytes()).text()).stream()
                    .flatMap(chunk -> BinaryMessage.of(chunk).stream())
                    .map(stat -> "STAT " + stat.key() + " " + stat.value() + "\r\n")
                    .collect(Collectors.joining());
        }
    }

    /**
     * Waits until so much time has passed on the server.
     *
     * @throws UnsupportedOperationException if nobody would want to wait that long
     */
    void awaitPassing(Duration time) {
        if (time.compareTo(LONGEST_WAIT) > 0) {
            throw new UnsupportedOperationException(
                    target.name() + " cannot be moved by " + time + ": its clock cannot be moved");
        }
        awaitTime(now() + time.toSeconds(), time.plusSeconds(10));
    }

    /** Waits until the server's clock shows {@code time} or later. */
    void awaitTime(long time, Duration limit) {
        try {
            Awaitility.await("the clock of " + target.name() + " to reach " + time)
                    .atMost(limit)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> now() >= time);
        } catch (ConditionTimeoutException e) {
            throw new IllegalStateException(
                    "the clock of " + target.name() + " shows " + now() + " and did not reach " + time + " within "
                            + limit,
                    e);
        }
    }

    /** Waits until a server answers at one of the addresses, and gives that one. */
    static InetSocketAddress awaitAnswer(
            List<InetSocketAddress> addresses, Predicate<InetSocketAddress> answers, Duration limit) {
        return Awaitility.await("an answer of one of " + addresses)
                .atMost(limit)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> addresses.stream().filter(answers).findFirst(), Optional::isPresent)
                .orElseThrow();
    }
}
