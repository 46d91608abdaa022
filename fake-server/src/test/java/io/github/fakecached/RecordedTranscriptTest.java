package io.github.fakecached;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Says to the fake what was said to real memcached, and expects the same answers byte for byte. Each script in
 * {@code transcripts/} was recorded from a real server that had just been started; time passed only where the script says so, in whole seconds.
 */
class RecordedTranscriptTest {

    /** The recorder waited for the server's first tick. */
    private static final Duration FROM_START_TO_SCRIPT = Duration.ofSeconds(1);

    /** Something said after a pause, and what came back. */
    private record Step(String request, String reply, Duration pause) {}

    private record Script(String name, List<Step> steps) {}

    @TestFactory
    Stream<DynamicContainer> theFakeAnswersAsRecorded() {
        return Stream.of("text", "meta", "administration", "statistics", "debug")
                .flatMap(dialect -> Stream.of(MemcachedVersion.values()).map(version -> container(dialect, version)));
    }

    private static DynamicContainer container(String dialect, MemcachedVersion version) {
        return DynamicContainer.dynamicContainer(
                dialect + " of memcached " + version,
                scripts(dialect, version)
                        .map(script -> DynamicTest.dynamicTest(script.name, () -> replay(version, script))));
    }

    private static void replay(MemcachedVersion version, Script script) throws IOException {
        try (FakeMemcached memcached = FakeMemcached.builder().version(version).start();
                TextConversation client = new TextConversation(memcached.address())) {
            memcached.clock().pause();
            memcached.clock().advance(FROM_START_TO_SCRIPT);
            for (Step step : script.steps) {
                memcached.clock().advance(step.pause);
                assertThat(client.say(step.request))
                        .as("answer to %.80s", step.request)
                        .isEqualTo(step.reply);
            }
        }
    }

    private static Stream<Script> scripts(String dialect, MemcachedVersion version) {
        List<Script> scripts = new ArrayList<>();
        String request = "";
        Duration pause = Duration.ZERO;
        for (String line :
                read("/transcripts/" + dialect + "-" + version + ".txt").split("\n")) {
            if (line.startsWith("= ")) {
                scripts.add(new Script(line.substring(2), new ArrayList<>()));
            } else if (line.startsWith("> ")) {
                request = RecordedText.unescape(line.substring(2));
            } else if (line.startsWith("< ")) {
                scripts.get(scripts.size() - 1)
                        .steps
                        .add(new Step(request, RecordedText.unescape(line.substring(2)), pause));
                pause = Duration.ZERO;
            } else if (line.startsWith("~ ")) {
                pause = pause.plusSeconds(Long.parseLong(line.substring(2)));
            }
        }
        return scripts.stream();
    }

    private static String read(String resource) {
        try (InputStream in =
                Objects.requireNonNull(RecordedTranscriptTest.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
