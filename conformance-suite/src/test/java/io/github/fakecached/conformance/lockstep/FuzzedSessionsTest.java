package io.github.fakecached.conformance.lockstep;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.fakecached.conformance.OpenTarget;
import io.github.fakecached.conformance.target.ServerVersion;
import io.github.fakecached.conformance.target.Target;
import io.github.fakecached.conformance.target.TargetSource;
import io.github.fakecached.conformance.target.Targets;
import io.github.fakecached.conformance.wire.Dialect;
import io.github.fakecached.conformance.wire.Escapes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What the fake's fuzzer thought up, sent to the fake and to the program memcached too, each started anew: the fuzzer finds the
 * ways through the code, and the real server knows the answers. {@code -Dlockstep.corpus=FOLDER} names more inputs, such as
 * those that a run of the fuzzer has left.
 */
class FuzzedSessionsTest {

    private static final Path KEPT = Path.of("../fake-server/src/test/resources/io/github/fakecached/fuzz");
    private static final Duration TIME_LIMIT = Duration.ofSeconds(10);

    /** So often two answers have to differ, lest the second ended between them. */
    private static final int TRIES = 3;

    private static final char BINARY = '\u0080';

    /** Answers that each server has for itself, or that come when another of its threads gets to it. */
    private static final String[] OF_ITS_OWN = {
        "stat",
        "watch",
        "lru_crawler",
        "dump",
        "debug",
        "slabs",
        "cache_memlimit",
        "version",
        "\u0080\u0010",
        "\u0080\u000b"
    };

    private static final TargetSource REAL = Targets.configured().process(Lockstep.serverOptions());

    @TestFactory
    Stream<DynamicTest> theFakeAnswersWhatTheFuzzerFoundAsRealMemcachedDoes() {
        return Stream.of(
                        Stream.of("TextSession", "BinarySession").map(KEPT::resolve),
                        Stream.ofNullable(System.getProperty("lockstep.corpus")).map(Path::of))
                .flatMap(folders -> folders)
                .flatMap(FuzzedSessionsTest::files)
                .map(file ->
                        dynamicTest(file.getParent().getFileName() + "/" + file.getFileName(), () -> compare(file)));
    }

    private static void compare(Path file) throws IOException {
        // The first byte is the fuzzer's own.
        var input = Files.readString(file, ISO_8859_1).substring(1);
        for (int i = 1; i <= TRIES; i++) {
            try (Target real = OpenTarget.orAbort(REAL);
                    Target fake = Targets.fakeLike(real)) {
                if (!isDecided(real.version(), input)) {
                    return;
                }
                String expected = KnownDefect.repaired(real.version(), input, answer(real, input));
                String actual = KnownDefect.repaired(real.version(), input, answer(fake, input));
                if (actual.equals(expected)) {
                    return;
                }
                if (i == TRIES) {
                    assertThat(Escapes.escape(actual))
                            .as("the answer of %s to %s", fake.name(), Escapes.escape(input))
                            .isEqualTo(Escapes.escape(expected));
                }
            }
        }
    }

    private static boolean isDecided(ServerVersion version, String input) {
        var dialect = input.indexOf(BINARY) == 0 ? Dialect.BINARY : Dialect.TEXT;
        return Arrays.stream(OF_ITS_OWN).noneMatch(input::contains) && !LeftOut.concerns(version, dialect, input);
    }

    /** All that is said until the server, which hears that nothing more will come, hangs up. */
    private static String answer(Target target, String input) throws IOException {
        try (var socket =
                new Socket(target.address().getAddress(), target.address().getPort())) {
            socket.setSoTimeout((int) TIME_LIMIT.toMillis());
            socket.getOutputStream().write(input.getBytes(ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }

    private static Stream<Path> files(Path folder) {
        try (var files = Files.list(folder)) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }
}
