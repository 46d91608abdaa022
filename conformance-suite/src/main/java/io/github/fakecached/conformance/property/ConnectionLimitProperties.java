package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.target.Startup;
import io.github.fakecached.conformance.target.Target;
import io.github.fakecached.conformance.wire.BareConnection;
import io.github.fakecached.conformance.wire.Escapes;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import org.awaitility.Awaitility;

/** A server that serves few connections at once. A real one counts its own files among them, so that fewer fit. */
@StartedWith(Startup.FEW_CONNECTIONS)
class ConnectionLimitProperties extends TextRules {

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Duration MOMENT = Duration.ofMillis(1);
    private static final int MOST = 100;

    @Example
    @Checks({"A-OPTION-23", "A-OPTION-24"})
    void oneTooManyIsToldSoAndOthersGoOn(TextClient client, Target target) {
        var before = Stats.of(client);
        var connections = Stream.generate(() -> BareConnection.connect(target.address(), LIMIT))
                .limit(MOST)
                .toList();
        try {
            await("all to be served or refused", () -> served(client, before) + refused(client, before) == MOST);
            int served = (int) served(client, before);
            if (served < 1 || served >= MOST) {
                throw new AssertionError("beside one connection " + served + " others are served");
            }
            // Before anything is asked: the answer to that would be a reset.
            await("those that are refused to be closed", () -> closed(connections) == MOST - served);
            connections.stream().filter(BareConnection::closed).forEach(ConnectionLimitProperties::expectRefused);
            var open = connections.stream().filter(each -> !each.closed()).toList();
            open.forEach(ConnectionLimitProperties::expectServed);
            open.get(0).close();
            await("the one that is closed to be gone", () -> served(client, before) == served - 1);
            try (var another = BareConnection.connect(target.address(), LIMIT)) {
                expectServed(another);
            }
        } finally {
            connections.forEach(BareConnection::close);
        }
    }

    private static long closed(List<BareConnection> connections) {
        return connections.stream().filter(each -> each.closesWithin(MOMENT)).count();
    }

    private static long served(TextClient client, Stats before) {
        return Stats.of(client).get("curr_connections") - before.get("curr_connections");
    }

    private static long refused(TextClient client, Stats before) {
        return Stats.of(client).get("rejected_connections") - before.get("rejected_connections");
    }

    private static void await(String what, BooleanSupplier condition) {
        Awaitility.await(what).atMost(LIMIT).until(condition::getAsBoolean);
    }

    private static void expectServed(BareConnection connection) {
        connection.send("get k\r\n");
        expect("END\r\n", connection.receiveLine());
    }

    private static void expectRefused(BareConnection connection) {
        expect("ERROR Too many open connections\r\n", connection.receiveToEnd());
    }

    private static void expect(String expected, String actual) {
        if (!actual.equals(expected)) {
            throw new AssertionError("expected " + Escapes.escape(expected) + " and not " + Escapes.escape(actual));
        }
    }
}
