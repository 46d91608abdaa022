package io.github.fakecached.conformance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.FakeMemcached;
import io.github.fakecached.fault.FaultPoint;
import io.github.fakecached.fault.InstalledFault;
import java.io.IOException;
import java.net.ProtocolException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What clients make of each fault at each point, held to the table in docs/FAULTS.md. After a change of the cases, run this test
 * with {@code -Dupdate.docs=true} to have the table written anew.
 */
class FaultsSeenByClientsTest {

    private static final Duration LONG = Duration.ofSeconds(10);
    private static final int PATIENCE_MAX = 5;

    private static FaultTable table;

    @BeforeAll
    static void readTable() throws IOException {
        table = FaultTable.read();
    }

    @AfterAll
    static void writeTable() throws IOException {
        table.writeIfAsked();
    }

    static Stream<Arguments> casesAndClients() {
        return Arrays.stream(FaultCase.values())
                .flatMap(fault -> Arrays.stream(ClientKind.values()).map(client -> Arguments.of(fault, client)));
    }

    @ParameterizedTest
    @MethodSource("casesAndClients")
    void whatAClientSeesIsInTheTable(FaultCase fault, ClientKind client) throws Exception {
        Duration patience = fault.clientGivesUp ? fault.patience() : LONG;
        Optional<String> seen = seen(fault, client, patience);
        for (int i = 0; seen.isEmpty() && i < PATIENCE_MAX; i++) {
            patience = patience.multipliedBy(2);
            seen = seen(fault, client, patience);
        }
        assertThat(seen).as("what the client saw, if the fake saw its request").isPresent();
        assertThat(table.expected(fault, client, seen.get())).isEqualTo(seen.get());
    }

    @Test
    void theTableHasTheseCasesOnly() {
        assertThat(table.rows()).hasSize(FaultCase.values().length);
    }

    /** What a client sees; nothing if it gave up before its request had come: then the machine is too busy. */
    private static Optional<String> seen(FaultCase fault, ClientKind kind, Duration patience) throws Exception {
        try (FakeMemcached memcached = FakeMemcached.start()) {
            memcached.contents().put("k", "value");
            memcached.contents().put("other", "its own");
            return fault.point() == FaultPoint.CONNECT
                    ? Optional.of(seenByNewClient(memcached, fault, kind, patience))
                    : seenByConnectedClient(memcached, fault, kind, patience);
        }
    }

    private static String seenByNewClient(
            FakeMemcached memcached, FaultCase fault, ClientKind kind, Duration patience) {
        InstalledFault installed = fault.install(memcached.faults());
        boolean connects = fault == FaultCase.CONNECT_DELAY || kind.connectsWhenAccepted && fault.heals();
        Duration connecting = connects ? LONG : fault.patience();
        String seen;
        try (ConnectedClient client = kind.connect(memcached.address(), connecting)) {
            seen = outcome(() -> client.fetch("k", patience));
            if (fault.heals()) {
                installed.remove();
                seen += ", " + outcome(() -> client.fetch("other", LONG));
            }
        } catch (Exception e) {
            seen = name(e);
        }
        return fault.racesWithClient() ? seen.replaceFirst("`.+`", "an exception") : seen;
    }

    private static Optional<String> seenByConnectedClient(
            FakeMemcached memcached, FaultCase fault, ClientKind kind, Duration patience) throws Exception {
        try (ConnectedClient client = kind.connect(memcached.address(), LONG)) {
            assertThat(client.fetch("other", LONG)).isEqualTo("its own");
            InstalledFault installed = fault.install(memcached.faults());
            String seen = outcome(() -> fault.point() == FaultPoint.DURING_REPLY
                    ? client.fetch("k", patience)
                    : client.store("k", "new", patience));
            if (installed.hits() == 0) {
                return Optional.empty();
            }
            if (fault.heals()) {
                installed.remove();
                seen += ", " + outcome(() -> client.fetch("other", LONG));
            }
            return Optional.of(seen);
        }
    }

    private interface Operation {
        Object perform() throws Exception;
    }

    private static String outcome(Operation operation) {
        try {
            Object result = operation.perform();
            return result == null ? "no item" : result.equals(true) ? "stored" : result.toString();
        } catch (Exception e) {
            return name(e);
        }
    }

    private static String name(Exception e) {
        Throwable told = e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e;
        return "`"
                + (told instanceof ProtocolException
                        ? told.getMessage()
                        : told.getClass().getSimpleName()) + "`";
    }
}
