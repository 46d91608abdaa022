package io.github.fakecached.fault;

import static io.github.fakecached.fault.CommandMatcher.storage;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What clients see, byte for byte, of faults after a request is executed. */
class AfterExecuteTest {

    @ParameterizedTest
    @EnumSource
    void aLateReplyComesOnTheSameConnectionBeforeThoseOfLaterRequests(Way way) throws IOException {
        try (Scene scene = Scene.connected(way)) {
            var fault = sets(scene).onServerClock().delay(Duration.ofSeconds(5));
            scene.send(way.set());
            scene.send(way.noop());
            scene.hearsNothingAfter(fault, 1);
            assertThat(scene.isStored()).isTrue();
            scene.memcached.clock().advance(Duration.ofSeconds(5));
            scene.reads(way.stored());
            scene.reads(way.noopReply());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aGateHoldsTheReplyBack(Way way) throws IOException {
        try (Scene scene = Scene.connected(way)) {
            Gate gate = sets(scene).gate();
            scene.send(way.set());
            gate.awaitArrival();
            scene.hearsNothingAfter(gate, 1);
            assertThat(scene.isStored()).isTrue();
            gate.open();
            scene.reads(way.stored());
            scene.goesOn();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStallHoldsTheReplyBackUntilAllFaultsAreCleared(Way way) throws IOException {
        try (Scene scene = Scene.connected(way)) {
            var fault = sets(scene).stall();
            scene.send(way.set());
            scene.hearsNothingAfter(fault, 1);
            assertThat(scene.isStored()).isTrue();
            scene.faults.clear();
            scene.reads(way.stored());
            scene.goesOn();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCloseTakesTheReplyWithIt(Way way) throws IOException {
        try (Scene scene = Scene.connected(way)) {
            sets(scene).close();
            scene.send(Way.join(way.noop(), way.set()));
            scene.reads(way.noopReply());
            scene.isClosed();
            assertThat(scene.isStored()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aResetTakesTheReplyWithIt(Way way) throws IOException {
        try (Scene scene = Scene.connected(way)) {
            sets(scene).reset();
            scene.send(Way.join(way.noop(), way.set()));
            scene.reads(way.noopReply());
            scene.isReset();
            assertThat(scene.isStored()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aReplyStandsInThePlaceOfTheTrueOne(Way way) throws IOException {
        try (Scene scene = Scene.connected(way)) {
            sets(scene).reply("SERVER_ERROR out of memory storing object");
            scene.send(way.set());
            scene.reads(way.told("SERVER_ERROR out of memory storing object", 0x82, "Out of memory allocating item"));
            assertThat(scene.isStored()).isTrue();
            scene.goesOn();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDroppedReplyIsLost(Way way) throws IOException {
        try (Scene scene = Scene.connected(way)) {
            sets(scene).dropReply();
            scene.send(way.set());
            scene.goesOn();
            assertThat(scene.isStored()).isTrue();
        }
    }

    private static AfterExecuteFaults sets(Scene scene) {
        return scene.faults.on(storage().key("k")).afterExecute();
    }
}
