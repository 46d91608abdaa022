package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.run.Seed;
import io.github.fakecached.conformance.wire.Escapes;
import io.github.fakecached.conformance.wire.NoReply;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.lifecycle.PropertyExecutionResult;

/** The case in which a property failed, as small as it was made, in words for a report. */
final class FailedCase {

    private final Throwable why;
    private final Optional<List<Object>> parameters;
    private final Optional<String> seed;

    private FailedCase(Throwable why, Optional<List<Object>> parameters, Optional<String> seed) {
        this.why = why;
        this.parameters = parameters;
        this.seed = seed;
    }

    /** The case of a property that failed or was aborted; none of one that held. */
    static Optional<FailedCase> of(PropertyExecutionResult result) {
        return result.throwable()
                .map(thrown -> thrown instanceof ShrunkEnough shrunk
                        ? new FailedCase(shrunk.failure(), Optional.of(shrunk.parameters()), result.seed())
                        : new FailedCase(thrown, result.falsifiedParameters(), result.seed()));
    }

    /** A target says so itself, when it is asked to let more time pass than it can; or the try did not even begin. */
    boolean cannotBeTried() {
        return why.getCause() instanceof UnsupportedOperationException || why.getCause() instanceof NotEmptied;
    }

    /** Whether there was no reply, be it because the time was over. */
    boolean hasNoReply() {
        return why instanceof NoReply || why.getCause() instanceof NoReply || why.getCause() instanceof NotEmptied;
    }

    String message() {
        var cause = why.getCause();
        if (cause != null && cannotBeTried()) {
            return String.valueOf(cause.getMessage());
        }
        return Optional.ofNullable(why.getMessage()).orElse(why.toString()).stripTrailing() + "\n"
                + parameters
                        .map(FailedCase::sample)
                        .filter(sample -> !sample.isEmpty())
                        .map(sample -> "\nsample: " + sample)
                        .orElse("")
                + "\nagain: " + Seed.again(seed)
                + seed.map(number -> " in the build, --seed " + number + " on the command line")
                        .orElse("");
    }

    /** Without the clients and the target, which are the same in every try. */
    private static String sample(List<Object> parameters) {
        return parameters.stream()
                .filter(parameter -> !(parameter instanceof AutoCloseable))
                .map(String::valueOf)
                .map(Escapes::escape)
                .collect(Collectors.joining(", "));
    }
}
