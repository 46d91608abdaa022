package io.github.fakecached.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.conformance.OpenTarget;
import io.github.fakecached.conformance.target.TargetSource;
import io.github.fakecached.conformance.target.Targets;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * libmemcached's own test of a server, in Debian's libmemcached-tools: its 27 tests of the text protocol. Two of them want
 * a delete with a further word to be an error, as it was before memcached 1.6.40; real memcached has failed them since.
 */
class MemccapableTest {

    private static final String KIND = "memccapable";
    private static final int TESTS = 27;
    private static final List<String> FAILED_SINCE_1_6_40 = List.of("ascii delete", "ascii delete noreply");

    /** A name, and the verdict after it, between which the program may print a summary of its own. */
    private static final Pattern VERDICT = Pattern.compile("(?s)(ascii [a-z ]*[a-z]) +.*?\\[(pass|FAIL)]");

    static Stream<TargetSource> targets() {
        var targets = Targets.configured();
        return Stream.concat(targets.fakes().stream(), targets.real().stream());
    }

    @ParameterizedTest
    @MethodSource("targets")
    void theTestsOfTheTextProtocolPass(TargetSource source) throws Exception {
        try (var target = OpenTarget.orAbort(source)) {
            var output = memccapable(target.address().getPort()).output();
            var verdicts = VERDICT.matcher(output).results().toList();
            assertThat(verdicts).as(output).hasSize(TESTS);
            assertThat(verdicts.stream().filter(verdict -> verdict.group(2).equals("FAIL")))
                    .as(output)
                    .extracting(verdict -> verdict.group(1))
                    .containsExactlyElementsOf(target.version().hasNewParser() ? FAILED_SINCE_1_6_40 : List.of());
        }
    }

    private static InstalledProgram.Result memccapable(int port) throws InterruptedException {
        try {
            return InstalledProgram.run(
                    List.of("memccapable", "-a", "-h", "127.0.0.1", "-p", String.valueOf(port), "-t", "10"));
        } catch (IOException e) {
            throw InstalledProgram.absent(KIND, "memccapable is not installed (Debian: libmemcached-tools)");
        }
    }
}
