package io.github.fakecached.fault;

import static io.github.fakecached.fault.CommandMatcher.storage;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What clients see, byte for byte, of faults before a request is executed. */
class BeforeExecuteTest {

    private static final String OUT_OF_MEMORY = "SERVER_ERROR out of memory storing object";

    @ParameterizedTest
    @EnumSource
    void aDelayPutsExecutionOff(Way way) throws IOException {
        try (Scene scene = Scene.connected(way)) {
            var fault = sets(scene).beforeExecute().onServerClock().delay(Duration.ofSeconds(5));
            scene.send(way.set());
            scene.send(way.noop());
            scene.hearsNothingAfter(fault, 1);
            scene.memcached.clock().advance(Duration.ofMillis(4999));
            scene.hearsNothingAfter(fault, 1);
            assertThat(scene.isStored()).isFalse();
            scene.memcached.clock().advance(Duration.ofMillis(1));
            scene.reads(way.stored());
            scene.reads(way.noopReply());
            assertThat(scene.isStored()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDelayOnTheWallClockEndsByItself(Way way) throws IOException {
        try (Scene scene = Scene.connected(way)) {
            sets(scene).beforeExecute().delay(Duration.ofMillis(20));
            long start = System.nanoTime();
            scene.send(way.set());
            scene.reads(way.stored());
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(20));
            scene.goesOn();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aGateHoldsExecutionBack(Way way) throws IOException {
        try (Scene scene = Scene.connected(way)) {
            Gate gate = sets(scene).beforeExecute().gate();
            scene.send(way.set());
            gate.awaitArrival();
            scene.hearsNothingAfter(gate, 1);
            assertThat(scene.isStored()).isFalse();
            gate.open();
            scene.reads(way.stored());
            scene.send(way.set());
            assertThat(scene.isStored()).isTrue();
            gate.awaitArrivals(2, Duration.ofSeconds(5));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStallHoldsExecutionBackUntilItIsRemoved(Way way) throws IOException {
        try (Scene scene = Scene.connected(way)) {
            var fault = sets(scene).beforeExecute().stall();
            scene.send(way.set());
            scene.hearsNothingAfter(fault, 1);
            assertThat(scene.isStored()).isFalse();
            fault.remove();
            scene.reads(way.stored());
            scene.goesOn();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCloseComesBehindTheRepliesBefore(Way way) throws IOException {
        try (Scene scene = Scene.connected(way)) {
            sets(scene).beforeExecute().close();
            scene.send(Way.join(way.noop(), way.set()));
            scene.reads(way.noopReply());
            scene.isClosed();
            assertThat(scene.isStored()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aResetComesBehindTheRepliesBefore(Way way) throws IOException {
        try (Scene scene = Scene.connected(way)) {
            sets(scene).beforeExecute().reset();
            scene.send(Way.join(way.noop(), way.set()));
            scene.reads(way.noopReply());
            scene.isReset();
            assertThat(scene.isStored()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aReplyStandsInThePlaceOfExecution(Way way) throws IOException {
        try (Scene scene = Scene.connected(way)) {
            sets(scene).times(1).reply(OUT_OF_MEMORY);
            scene.send(way.set());
            scene.reads(way.told(OUT_OF_MEMORY, 0x82, "Out of memory allocating item"));
            assertThat(scene.isStored()).isFalse();
            scene.send(way.set());
            scene.reads(way.stored());
        }
    }

    @ParameterizedTest
    @EnumSource
    void anErrorThatMemcachedDoesNotHaveGoesByItsKind(Way way) throws IOException {
        try (Scene scene = Scene.connected(way)) {
            for (String line : new String[] {"SERVER_ERROR of mine", "CLIENT_ERROR of mine", "ERROR of mine"}) {
                var fault = sets(scene).reply(line);
                scene.send(way.set());
                int status = line.startsWith("S") ? 0x84 : line.startsWith("C") ? 0x04 : 0x81;
                scene.reads(way.told(line, status, line));
                fault.remove();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void anEarlyReplyComesWhileTheClientIsStillSending(Way way) throws IOException {
        try (Scene scene = Scene.connected(way)) {
            sets(scene).times(1).beforeExecute().replyEarly(OUT_OF_MEMORY);
            scene.send(way.setHead());
            scene.reads(way.told(OUT_OF_MEMORY, 0x82, "Out of memory allocating item"));
            scene.send(way.setData());
            scene.goesOn();
            assertThat(scene.isStored()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void anEarlyReplyCanBeTheLast(Way way) throws IOException {
        try (Scene scene = Scene.connected(way)) {
            sets(scene).beforeExecute().replyEarlyThenClose(OUT_OF_MEMORY);
            scene.send(way.setHead());
            scene.reads(way.told(OUT_OF_MEMORY, 0x82, "Out of memory allocating item"));
            scene.isClosed();
        }
    }

    @ParameterizedTest
    @EnumSource
    void anEarlyReplyToARequestWithoutDataIsAReply(Way way) throws IOException {
        try (Scene scene = Scene.connected(way)) {
            var fault =
                    scene.faults.on(CommandMatcher.retrieval()).beforeExecute().replyEarlyThenClose("ERROR");
            scene.send(way.get());
            scene.reads(way == Way.BINARY ? new byte[] {(byte) 0x81, 0, 0, 0} : Way.text("ERROR\r\n"));
            assertThat(fault.hits()).isOne();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDroppedRequestIsLost(Way way) throws IOException {
        try (Scene scene = Scene.connected(way)) {
            sets(scene).times(1).beforeExecute().dropRequest();
            scene.send(way.set());
            scene.goesOn();
            assertThat(scene.isStored()).isFalse();
            scene.send(way.set());
            scene.reads(way.stored());
        }
    }

    private static RequestFaults sets(Scene scene) {
        return scene.faults.on(storage().key("k"));
    }
}
