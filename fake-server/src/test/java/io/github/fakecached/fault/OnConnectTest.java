package io.github.fakecached.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What clients see, byte for byte, of faults on connecting. */
class OnConnectTest {

    @ParameterizedTest
    @EnumSource
    void aDelayPutsOffAllThatIsRead(Way way) throws IOException {
        try (Scene scene = Scene.unconnected(way)) {
            var fault = scene.faults.onConnect().onServerClock().delay(Duration.ofSeconds(5));
            scene.connect();
            scene.beginToSend(way.noop());
            scene.hearsNothingAfter(fault, 1);
            scene.memcached.clock().advance(Duration.ofSeconds(5));
            scene.reads(way.noopReply());
            scene.goesOn();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aGateHoldsBackAllThatIsRead(Way way) throws IOException {
        try (Scene scene = Scene.unconnected(way)) {
            Gate gate = scene.faults.onConnect().gate();
            scene.connect();
            scene.beginToSend(way.noop());
            gate.awaitArrival();
            scene.hearsNothingAfter(gate, 1);
            gate.open();
            scene.reads(way.noopReply());
            scene.goesOn();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStallHoldsBackAllThatIsReadUntilItIsRemoved(Way way) throws IOException {
        try (Scene scene = Scene.unconnected(way)) {
            var fault = scene.faults.onConnect().stall();
            scene.connect();
            scene.beginToSend(way.noop());
            scene.hearsNothingAfter(fault, 1);
            fault.remove();
            scene.reads(way.noopReply());
            scene.goesOn();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCloseIsAllThatIsSeen(Way way) throws IOException {
        try (Scene scene = Scene.unconnected(way)) {
            scene.faults.onConnect().times(1).close();
            scene.connect();
            scene.isClosedBeforeAll();
            scene.connect();
            scene.goesOn();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aResetIsAllThatIsSeen(Way way) throws IOException {
        try (Scene scene = Scene.unconnected(way)) {
            scene.faults.onConnect().nth(1).reset();
            scene.isResetOnConnecting();
            scene.connect();
            scene.goesOn();
        }
    }

    @ParameterizedTest
    @EnumSource
    void connectionsAreRefusedUntilTheFaultIsRemovedAndOpenOnesGoOn(Way way) throws IOException {
        try (Scene scene = Scene.connected(way)) {
            int port = scene.memcached.port();
            var fault = scene.faults.onConnect().refuse();
            scene.goesOn();
            assertThatThrownBy(scene::connect).isInstanceOf(ConnectException.class);
            fault.remove();
            assertThat(scene.memcached.port()).isEqualTo(port);
            scene.connect();
            scene.goesOn();
        }
    }

    @Test
    void aRestartDoesNotEndARefusal() throws IOException {
        try (Scene scene = Scene.unconnected(Way.TEXT)) {
            scene.faults.onConnect().refuse();
            scene.memcached.restart();
            assertThatThrownBy(scene::connect).isInstanceOf(ConnectException.class);
            scene.memcached.reset();
            scene.connect();
            scene.goesOn();
            assertThat(scene.faults.list()).isEmpty();
        }
    }

    @Test
    void twoRefusalsAreOverWhenBothAreRemoved() throws IOException {
        try (Scene scene = Scene.unconnected(Way.TEXT)) {
            var first = scene.faults.onConnect().refuse();
            var second = scene.faults.onConnect().refuse();
            first.remove();
            assertThatThrownBy(scene::connect).isInstanceOf(ConnectException.class);
            second.remove();
            scene.connect();
            scene.goesOn();
        }
    }
}
