package io.github.fakecached.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ControllableClockTest {

    private static final Instant START = Instant.parse("2024-02-29T12:00:00.250Z");

    private final ControllableClock clock = ControllableClock.startingAt(START);

    @Test
    void runsByDefault() {
        Instant before = clock.now();
        while (clock.now().equals(before)) {
            Thread.onSpinWait();
        }
        assertThat(clock.now()).isAfter(before);
        assertThat(clock.isPaused()).isFalse();
    }

    @Test
    void knowsWhatItShowsAtAMomentOfTheSystemsTimer() {
        long before = System.nanoTime();
        clock.setTime(START);
        long after = System.nanoTime();
        assertThat(clock.at(before + 1_000_000)).isBeforeOrEqualTo(START.plusMillis(1));
        assertThat(clock.at(after + 1_000_000)).isAfterOrEqualTo(START.plusMillis(1));
        assertThat(clock.at(after + 1_000_000)).isEqualTo(clock.at(after).plusMillis(1));

        clock.pause();
        assertThat(clock.at(after + 1_000_000)).isEqualTo(clock.now());
    }

    @Test
    void pausedItStandsStillAndCanBeMoved() {
        clock.pause();
        Instant paused = clock.now();
        clock.advance(Duration.ofMillis(1500));
        assertThat(clock.now()).isEqualTo(paused.plusMillis(1500));
        assertThat(clock.now()).isEqualTo(clock.now());
        assertThat(clock.isPaused()).isTrue();
    }

    @Test
    void resumedItRunsOnFromWhereItStood() {
        clock.pause();
        Instant paused = clock.now();
        clock.resume();
        assertThat(clock.now()).isBetween(paused, paused.plusSeconds(5));
    }

    @Test
    void advancingKeepsItRunning() {
        clock.advance(Duration.ofDays(1));
        assertThat(clock.isPaused()).isFalse();
        assertThat(clock.now())
                .isBetween(
                        START.plus(Duration.ofDays(1)),
                        START.plus(Duration.ofDays(1)).plusSeconds(5));
    }

    @Test
    void canBeSetBack() {
        clock.pause();
        clock.setTime(START.minusSeconds(1000));
        assertThat(clock.now()).isEqualTo(START.minusSeconds(1000));
        assertThat(clock.epochSecond()).isEqualTo(START.getEpochSecond() - 1000);
    }

    @Test
    void thePhaseMovesWithinTheSecond() {
        clock.pause();
        clock.setTime(START);
        assertThat(clock.phase()).isEqualTo(Duration.ofMillis(250));
        clock.setPhase(Duration.ofMillis(999));
        assertThat(clock.now()).isEqualTo(Instant.parse("2024-02-29T12:00:00.999Z"));
    }

    @Test
    void secondsAreRoundedDown() {
        clock.pause();
        clock.setTime(Instant.ofEpochSecond(1000, 999_999_999));
        assertThat(clock.epochSecond()).isEqualTo(1000);
    }

    @Test
    void resetMakesItRunFromItsStartAgain() {
        clock.pause();
        clock.advance(Duration.ofDays(9));
        clock.reset();
        assertThat(clock.isPaused()).isFalse();
        assertThat(clock.now()).isBetween(START, START.plusSeconds(5));
    }

    @Test
    void listenersAreCalledAfterEachChange() {
        List<String> seen = new ArrayList<>();
        Runnable listener = () -> seen.add(clock.isPaused() + " " + clock.epochSecond());
        clock.addListener(listener);
        clock.pause();
        clock.setTime(Instant.ofEpochSecond(1000));
        clock.advance(Duration.ofSeconds(1));
        clock.setPhase(Duration.ofMillis(500));
        clock.resume();
        assertThat(seen.subList(1, 5)).containsExactly("true 1000", "true 1001", "true 1001", "false 1001");
        clock.reset();
        assertThat(seen).hasSize(6);
        clock.removeListener(listener);
        clock.pause();
        assertThat(seen).hasSize(6);
    }

    @Test
    void refusesWhatMemcachedsSecondsCannotExpress() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> clock.setTime(Instant.parse("2106-02-07T06:28:16Z")))
                .withMessageContaining("32-bit");
        assertThatIllegalArgumentException().isThrownBy(() -> clock.setTime(Instant.ofEpochSecond(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> clock.setPhase(Duration.ofSeconds(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> clock.advance(Duration.ofSeconds(-1)))
                .withMessageContaining("setTime");
    }
}
