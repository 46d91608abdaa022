package io.github.fakecached.conformance.lockstep;

import io.github.fakecached.conformance.wire.Transcript;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** Makes a conversation that ends in a divergence shorter, as long as one of its parts can be left out and it still does. */
final class Shortening {

    /** A transcript that is not quite the shortest is better than none for minutes. */
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Function<Transcript, Optional<Divergence>> replay;
    private final long deadline = System.nanoTime() + LIMIT.toNanos();
    private Divergence shortest;

    private Shortening(Divergence found, Function<Transcript, Optional<Divergence>> replay) {
        this.replay = replay;
        this.shortest = found;
    }

    /** The divergence at the end of the shortest conversation that could be found, by saying parts of it again. */
    static Divergence shortest(Divergence found, Function<Transcript, Optional<Divergence>> replay) {
        var shortening = new Shortening(found, replay);
        for (int part = found.transcript().exchanges().size() / 2; part > 0; part /= 2) {
            shortening.leaveOut(part);
        }
        return shortening.shortest;
    }

    /** From the end, since what was said last is needed least often but for the very last exchange. */
    private void leaveOut(int part) {
        for (int to = length() - 1; to > 0 && System.nanoTime() < deadline; to = Math.min(to - part, length() - 1)) {
            replay.apply(shortest.transcript().without(Math.max(0, to - part), to))
                    .ifPresent(divergence -> shortest = divergence);
        }
    }

    private int length() {
        return shortest.transcript().exchanges().size();
    }
}
