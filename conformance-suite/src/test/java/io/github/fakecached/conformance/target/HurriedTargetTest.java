package io.github.fakecached.conformance.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.fakecached.conformance.AnsweringServer;
import io.github.fakecached.conformance.wire.Deadline;
import io.github.fakecached.conformance.wire.NoReply;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Waits end at the deadline, and not only at the limit of the connection, which is ten seconds here. */
class HurriedTargetTest {

    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration BEFORE_THE_LIMIT = Duration.ofSeconds(5);

    /** Answers what is needed to connect, and is silent then. */
    private static AnsweringServer silentServer() {
        return new AnsweringServer(line -> line.equals("version") ? "VERSION 1.6.45\r\n" : "");
    }

    private static Target waiting(AnsweringServer server) {
        return new AddressTarget("it", server.address(), Startup.PLAIN, Optional.empty());
    }

    private static Deadline soon() {
        var deadline = new Deadline();
        deadline.set(System.nanoTime() + SHORT.toNanos());
        return deadline;
    }

    @Test
    void aReplyIsWaitedForUntilTheDeadline() {
        assertTimeoutPreemptively(BEFORE_THE_LIMIT, () -> {
            try (var server = silentServer();
                    var connection = new HurriedTarget(waiting(server), soon()).connect()) {
                assertThatThrownBy(() -> connection.ask("get k\r\n"))
                        .isInstanceOf(NoReply.class)
                        .hasMessageStartingWith("the time for this rule is over: the reply is not complete after");
            }
        });
    }

    @Test
    void theDeadlineMayBeMovedWhileConnectionsAreOpen() {
        assertTimeoutPreemptively(BEFORE_THE_LIMIT, () -> {
            var deadline = new Deadline();
            try (var server = silentServer();
                    var connection = new HurriedTarget(waiting(server), deadline).connect()) {
                deadline.set(System.nanoTime() + SHORT.toNanos());
                assertThatThrownBy(() -> connection.ask("get k\r\n")).isInstanceOf(NoReply.class);
                deadline.set(System.nanoTime() + Duration.ofMinutes(1).toNanos());
                assertThat(deadline.isOver()).isFalse();
            }
        });
    }

    @Test
    void nothingIsConnectedOrWaitedForAfterTheDeadline() throws Exception {
        var deadline = new Deadline();
        deadline.set(System.nanoTime());
        try (var server = silentServer()) {
            var target = new HurriedTarget(waiting(server), deadline);
            assertThatThrownBy(target::connect).isInstanceOf(NoReply.class);
            assertThatThrownBy(() -> target.advance(Duration.ofSeconds(1))).isInstanceOf(NoReply.class);
        }
    }
}
