package io.github.fakecached.conformance.lockstep;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.fakecached.conformance.OpenTarget;
import io.github.fakecached.conformance.run.Seed;
import io.github.fakecached.conformance.target.Target;
import io.github.fakecached.conformance.target.TargetSource;
import io.github.fakecached.conformance.target.Targets;
import io.github.fakecached.conformance.wire.Transcript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The fake against every real server that is here. */
class LockstepTest {

    private static final List<TargetSource> REAL = Targets.configured().real(Lockstep.serverOptions());

    /**
     * To each real server, an equal share of them in each kind of conversation. -Dlockstep.commands=100000 runs longer,
     * -Dconformance.seed=random sends others each time, -Dlockstep.conversations=meta,binary only these.
     */
    private static final int COMMANDS = Integer.getInteger("lockstep.commands", 20_000);

    private static final List<Conversation> CONVERSATIONS = Stream.of(
                    System.getProperty("lockstep.conversations", "text,meta,binary,across")
                            .split(","))
            .map(name -> Conversation.valueOf(name.strip().toUpperCase(Locale.ROOT)))
            .toList();

    /** Once for all conversations, since a container takes a while to start. */
    private static final Map<TargetSource, Target> OPEN = new HashMap<>();

    @TestFactory
    Stream<DynamicContainer> theFakeAnswersRandomCommandsAsRealMemcachedDoes() {
        return CONVERSATIONS.stream()
                .map(conversation -> dynamicContainer(conversation.name(), againstEach(real -> {
                    try (var fake = Targets.fakeLike(real)) {
                        new Lockstep(conversation, real, fake, Seed.configured()).run(COMMANDS / CONVERSATIONS.size());
                    }
                })));
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

    private static Target open(TargetSource source) {
        return OPEN.computeIfAbsent(source, OpenTarget::orAbort);
    }

    @AfterAll
    static void close() {
        OPEN.values().forEach(Target::close);
    }

    private static Stream<DynamicTest> againstEach(Consumer<Target> test) {
        return REAL.stream().map(source -> dynamicTest(source.name(), () -> test.accept(open(source))));
    }
}
