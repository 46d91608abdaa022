package io.github.fakecached;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Says to the fake, in the binary protocol, what was said to real memcached, and expects the same answers byte for byte. Each
 * script was recorded from a real server that had just been started, within one second of its clock.
 */
class RecordedBinaryTranscriptTest {

    private static final Pattern TOKEN =
            Pattern.compile("'(?<text>[^']*)'|\\{(?<byte>[0-9a-f]{2})\\*(?<times>\\d+)}|(?<hex>[0-9a-f]+)");
    private static final String CLOSED = "< closed";

    private static final class Step {
        private final ByteArrayOutputStream request = new ByteArrayOutputStream();
        private final ByteArrayOutputStream reply = new ByteArrayOutputStream();
        private final List<String> lines = new ArrayList<>();
        private boolean answered;
        private boolean closed;
    }

    private record Script(String name, List<Step> steps) {}

    @TestFactory
    Stream<DynamicContainer> theFakeAnswersAsRecorded() {
        return Stream.of(MemcachedVersion.values())
                .map(version -> DynamicContainer.dynamicContainer(
                        "memcached " + version,
                        scripts(version)
                                .map(script -> DynamicTest.dynamicTest(script.name, () -> replay(version, script)))));
    }

    private static void replay(MemcachedVersion version, Script script) throws IOException {
        try (FakeMemcached memcached = FakeMemcached.builder().version(version).start()) {
            memcached.clock().pause();
            BinaryConversation client = new BinaryConversation(memcached.address());
            for (Step step : script.steps) {
                byte[] request = step.request.toByteArray();
                byte[] reply = step.closed ? client.sayLast(request) : client.say(request);
                assertThat(reply).as("answer to %.200s", step.lines).isEqualTo(step.reply.toByteArray());
                if (step.closed) {
                    client.close();
                    client = new BinaryConversation(memcached.address());
                }
            }
            client.close();
        }
    }

    private static Stream<Script> scripts(MemcachedVersion version) {
        List<Script> scripts = new ArrayList<>();
        Step step = new Step();
        for (String line : read("/transcripts/" + version + "-binary.txt").split("\n")) {
            if (line.startsWith("= ")) {
                scripts.add(new Script(line.substring(2), new ArrayList<>()));
                step = new Step();
            } else if (line.startsWith("> ")) {
                step = step.answered ? new Step() : step;
                step.lines.add(line);
                append(line, step.request);
            } else if (line.startsWith("<")) {
                if (!step.answered) {
                    step.answered = true;
                    scripts.get(scripts.size() - 1).steps.add(step);
                }
                if (line.equals(CLOSED)) {
                    step.closed = true;
                } else {
                    append(line, step.reply);
                }
            }
        }
        return scripts.stream();
    }

    private static void append(String line, ByteArrayOutputStream out) {
        Matcher token = TOKEN.matcher(line.substring(1));
        while (token.find()) {
            if (token.group("text") != null) {
                out.writeBytes(token.group("text").getBytes(US_ASCII));
            } else if (token.group("hex") != null) {
                out.writeBytes(HexFormat.of().parseHex(token.group("hex")));
            } else {
                int times = Integer.parseInt(token.group("times"));
                out.writeBytes(HexFormat.of().parseHex(token.group("byte").repeat(times)));
            }
        }
    }

    private static String read(String resource) {
        try (InputStream in =
                Objects.requireNonNull(RecordedBinaryTranscriptTest.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
