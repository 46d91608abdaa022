package io.github.fakecached.fault;

import static io.github.fakecached.fault.CommandMatcher.anyCommand;
import static io.github.fakecached.fault.CommandMatcher.retrieval;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What clients see, byte for byte, of faults during a reply. */
class DuringReplyTest {

    @ParameterizedTest
    @EnumSource
    void aDelayComesBehindTheFirstByte(Way way) throws IOException {
        try (Scene scene = stored(way)) {
            var fault = gets(scene).onServerClock().delay(Duration.ofSeconds(5));
            scene.send(way.get());
            scene.send(way.noop());
            scene.reads(first(way, 1));
            scene.hearsNothingAfter(fault, 1);
            scene.memcached.clock().advance(Duration.ofSeconds(5));
            scene.reads(rest(way, 1));
            scene.reads(way.noopReply());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aGateComesBehindTheFirstByte(Way way) throws IOException {
        try (Scene scene = stored(way)) {
            Gate gate = gets(scene).gate();
            scene.send(way.get());
            gate.awaitArrival();
            scene.reads(first(way, 1));
            scene.hearsNothingAfter(gate, 1);
            gate.open();
            scene.reads(rest(way, 1));
            scene.goesOn();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStallComesBehindTheFirstByte(Way way) throws IOException {
        try (Scene scene = stored(way)) {
            var fault = gets(scene).stall();
            scene.send(way.get());
            scene.reads(first(way, 1));
            scene.hearsNothingAfter(fault, 1);
            fault.remove();
            scene.reads(rest(way, 1));
            scene.goesOn();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCloseComesBehindTheFirstByte(Way way) throws IOException {
        try (Scene scene = stored(way)) {
            gets(scene).close();
            scene.send(way.get());
            scene.reads(first(way, 1));
            scene.isClosed();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aResetComesBehindTheFirstByte(Way way) throws IOException {
        try (Scene scene = stored(way)) {
            gets(scene).reset();
            scene.send(way.get());
            scene.reads(first(way, 1));
            scene.isReset();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTruncatedReplyCanEndInAClose(Way way) throws IOException {
        try (Scene scene = stored(way)) {
            gets(scene).truncateAfter(9).thenClose();
            scene.send(Way.join(way.noop(), way.get()));
            scene.reads(way.noopReply());
            scene.reads(first(way, 9));
            scene.isClosed();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTruncatedReplyCanEndInAReset(Way way) throws IOException {
        try (Scene scene = stored(way)) {
            gets(scene).truncateAfter(9).thenReset();
            scene.send(Way.join(way.noop(), way.get()));
            scene.reads(way.noopReply());
            scene.reads(first(way, 9));
            scene.isReset();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTruncatedReplyCanStall(Way way) throws IOException {
        try (Scene scene = stored(way)) {
            var fault = gets(scene).truncateAfter(9).thenStall();
            scene.send(way.get());
            scene.reads(first(way, 9));
            scene.hearsNothingAfter(fault, 1);
            fault.remove();
            scene.reads(rest(way, 9));
            scene.goesOn();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTruncatedReplyCanBeFollowedByTheNext(Way way) throws IOException {
        try (Scene scene = stored(way)) {
            gets(scene).truncateAfter(9).thenNothing();
            scene.send(way.get());
            scene.reads(first(way, 9));
            scene.goesOn();
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingOfAReplyIsLeftIfItIsCutAtTheBeginning(Way way) throws IOException {
        try (Scene scene = stored(way)) {
            gets(scene).truncateAfter(0).thenNothing();
            scene.send(way.get());
            scene.goesOn();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aReplyBeforeThatIsNotSentYetStaysWhole(Way way) throws IOException {
        try (Scene scene = Scene.connected(way)) {
            gets(scene).truncateAfter(9).thenClose();
            scene.send(Way.join(way.set(), way.get()));
            scene.reads(way.stored());
            scene.reads(first(way, 9));
            scene.isClosed();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aReplyThatIsShortEnoughIsSentWhole(Way way) throws IOException {
        try (Scene scene = stored(way)) {
            gets(scene).truncateAfter(1000).thenClose();
            scene.send(way.get());
            scene.reads(way.found());
            scene.isClosed();
        }
    }

    @ParameterizedTest
    @EnumSource
    void garbageStandsInThePlaceOfTheReply(Way way) throws IOException {
        try (Scene scene = stored(way)) {
            byte[] garbage = {0, -1, 'x', '\r', '\n'};
            gets(scene).garbage(garbage);
            scene.send(way.get());
            scene.reads(garbage);
            scene.goesOn();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aReplyDripsByteByByte(Way way) throws IOException {
        try (Scene scene = stored(way)) {
            var fault = gets(scene).onServerClock().drip(Duration.ofSeconds(1));
            scene.send(way.get());
            scene.send(way.noop());
            for (int i = 0; i < way.found().length; i++) {
                scene.reads(Arrays.copyOfRange(way.found(), i, i + 1));
                if (i < way.found().length - 1) {
                    scene.hearsNothingAfter(fault, 1);
                    scene.memcached.clock().advance(Duration.ofSeconds(1));
                }
            }
            scene.reads(way.noopReply());
        }
    }

    @ParameterizedTest
    @EnumSource
    void theRestOfADripComesAtOnceWhenItIsRemoved(Way way) throws IOException {
        try (Scene scene = stored(way)) {
            var fault = gets(scene).onServerClock().drip(Duration.ofSeconds(1));
            scene.send(way.get());
            scene.reads(first(way, 1));
            fault.remove();
            scene.reads(rest(way, 1));
            scene.goesOn();
        }
    }

    @Test
    void requestsWithoutAReplyAreNotPicked() throws IOException {
        try (Scene scene = Scene.connected(Way.TEXT)) {
            var fault = scene.faults.on(anyCommand().key("a")).duringReply().close();
            scene.send(Way.text("set a 0 0 1 noreply\r\nx\r\n"));
            scene.goesOn();
            assertThat(fault.hits()).isZero();
        }
    }

    private static Scene stored(Way way) throws IOException {
        Scene scene = Scene.connected(way);
        scene.send(way.set());
        scene.reads(way.stored());
        return scene;
    }

    private static DuringReplyFaults gets(Scene scene) {
        return scene.faults.on(retrieval().key("k")).duringReply();
    }

    private static byte[] first(Way way, int bytes) {
        return Arrays.copyOf(way.found(), bytes);
    }

    private static byte[] rest(Way way, int from) {
        return Arrays.copyOfRange(way.found(), from, way.found().length);
    }
}
