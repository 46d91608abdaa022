package io.github.fakecached.conformance.lockstep;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.fakecached.conformance.OpenTarget;
import io.github.fakecached.conformance.target.Target;
import io.github.fakecached.conformance.target.TargetSource;
import io.github.fakecached.conformance.target.Targets;
import io.github.fakecached.conformance.wire.Transcript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The fake against every real server that is here. */
class LockstepTest {

    private static final List<TargetSource> REAL = Targets.configured().real(Lockstep.serverOptions());

    /** About half a minute for each real server. -Dlockstep.commands=100000 runs longer, -Dlockstep.seed=S as before. */
    private static final int COMMANDS = Integer.getInteger("lockstep.commands", 30_000);

    private static final Optional<String> SEED = Optional.ofNullable(System.getProperty("lockstep.seed"));

    @TestFactory
    Stream<DynamicTest> theFakeAnswersRandomCommandsAsRealMemcachedDoes() {
        return againstEach(real -> {
            try (var fake = Targets.fakeLike(real)) {
                new Lockstep(real, fake, SEED).run(COMMANDS);
            }
        });
    }

    /** Without the setting there is nothing to say again. */
    @TestFactory
    Stream<DynamicTest> theFakeAnswersARecordedTranscriptAsRealMemcachedDoes() {
        return Stream.ofNullable(System.getProperty("lockstep.replay"))
                .map(LockstepTest::read)
                .flatMap(transcript -> againstEach(real -> {
                    try (var fake = Targets.fakeLike(real);
                            var both = new Both(real, fake)) {
                        both.replay(transcript);
                    }
                }));
    }

    private static Transcript read(String file) {
        try {
            return Transcript.parse(Files.readString(Path.of(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the transcript", e);
        }
    }

    private static Stream<DynamicTest> againstEach(Consumer<Target> test) {
        return REAL.stream()
                .map(source -> dynamicTest(source.name(), () -> {
                    try (var real = OpenTarget.orAbort(source)) {
                        test.accept(real);
                    }
                }));
    }
}
