package io.github.fakecached.conformance.lockstep;

import io.github.fakecached.conformance.wire.Exchange;
import io.github.fakecached.conformance.wire.Reply;
import io.github.fakecached.conformance.wire.Transcript;

/** Two servers answered the same bytes differently. The message is a transcript up to that point, which can be replayed. */
public final class Divergence extends AssertionError {

    private static final long serialVersionUID = 1;

    private final transient Transcript transcript;

    Divergence(String reference, String subject, Transcript before, Exchange last, Reply other) {
        super("""
                # %2$s does not answer as %1$s does.
                # Lines with < are what %1$s answered, all of them up to the last exchange by both
                %3$s%4$s
                # But %2$s answered
                %5$s""".formatted(
                reference, subject, before, Transcript.print(last), Transcript.print("# ", last.dialect(), other)));
        transcript = before.and(last);
    }

    /** All that was said up to and with the exchange that differs, as the reference answered it. */
    public Transcript transcript() {
        return transcript;
    }
}
