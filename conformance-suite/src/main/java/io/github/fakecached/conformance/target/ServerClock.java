package io.github.fakecached.conformance.target;

import io.github.fakecached.conformance.wire.RawText;
import io.github.fakecached.conformance.wire.Sentinel;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** A server's own idea of the time, read from its {@code stats}. Moves nothing; only looks and waits. */
public final class ServerClock {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Pattern TIME = Pattern.compile("STAT time (\\d+)\r\n");

    private final InetSocketAddress address;
    private final Sentinel sentinel;

    /** The clock of the server at an address. */
    public ServerClock(InetSocketAddress address) {
        this(address, Sentinel.TOGETHER);
    }

    ServerClock(InetSocketAddress address, Sentinel sentinel) {
        this.address = address;
        this.sentinel = sentinel;
    }

    /** Seconds since 1970, as the server has them. */
    public long now() {
        try (var connection = RawText.connect(address, LIMIT, sentinel)) {
            var stats = connection.ask("stats\r\n").text();
            var matcher = TIME.matcher(stats);
            if (!matcher.find()) {
                throw new IllegalStateException("the server's stats do not tell the time:\n" + stats);
            }
            return Long.parseLong(matcher.group(1));
        }
    }

    /** Waits until the server's clock shows {@code time} or later. */
    void awaitTime(long time, Duration limit) {
        try {
            Awaitility.await("the clock of " + address + " to reach " + time)
                    .atMost(limit)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> now() >= time);
        } catch (ConditionTimeoutException e) {
            throw new IllegalStateException(
                    "the clock of " + address + " shows " + now() + " and did not reach " + time + " within " + limit,
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
