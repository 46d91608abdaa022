package io.github.fakecached.internal.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.internal.command.Command;
import io.github.fakecached.journal.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ring that keeps the last exchanges. */
class SlotsTest {

    private static final byte[] NOTHING = {};
    private static final Request REQUEST = Request.ofLine(0, 0, NOTHING, 0, 0, new Command.Noop());

    private static Recorded recorded(long number) {
        return new Recorded(number, Instant.EPOCH, 0, REQUEST, null, 0, NOTHING, 0, Outcome.OK, List.of(), null, 0);
    }

    private static void fill(Slots slots, long count) {
        LongStream.rangeClosed(1, count).mapToObj(SlotsTest::recorded).forEach(slots::add);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "1, 7",
        "5, 4",
        "5, 5",
        "5, 6",
        "16, 16",
        "16, 17",
        "64, 64",
        "64, 65",
        "100, 64",
        "100, 65",
        "100, 99",
        "100, 100",
        "100, 101",
        "100, 1000",
        "10000, 129",
        "10000, 25000"
    })
    void theLastAreKeptInTheirOrder(int capacity, long count) {
        Slots slots = new Slots(capacity);

        fill(slots, count);

        assertThat(slots.snapshot())
                .extracting(Recorded::number)
                .containsExactlyElementsOf(LongStream.rangeClosed(Math.max(1, count - capacity + 1), count)
                        .boxed()
                        .toList());
        assertThat(slots.count()).isEqualTo(count);
    }

    @Test
    void withoutRoomTheyAreCounted() {
        Slots slots = new Slots(0);

        fill(slots, 3);

        assertThat(slots.snapshot()).isEmpty();
        assertThat(slots.count()).isEqualTo(3);
    }

    @Test
    void whoReadsWhileItIsWrittenSeesTheLastWithoutAGap() throws Exception {
        Slots slots = new Slots(500);
        var writing = CompletableFuture.runAsync(() -> fill(slots, 3_000_000));

        do {
            List<Long> seen = slots.snapshot().stream().map(Recorded::number).toList();
            assertThat(seen).hasSizeLessThanOrEqualTo(500);
            if (!seen.isEmpty()) {
                long first = seen.get(0);
                assertThat(seen)
                        .isEqualTo(LongStream.range(first, first + seen.size())
                                .boxed()
                                .toList());
            }
        } while (!writing.isDone());

        writing.get(10, TimeUnit.SECONDS);
        assertThat(slots.snapshot()).hasSize(500);
    }
}
