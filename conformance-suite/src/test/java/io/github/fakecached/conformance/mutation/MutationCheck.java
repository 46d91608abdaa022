package io.github.fakecached.conformance.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;

/**
 * Puts one deliberate bug after the other into a copy of the fake and sees that the rules find it. No test of every build: its
 * name is not one that a build looks for, so it has to be asked for. What it finds is in {@code target/mutations.md}.
 */
class MutationCheck {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Path REPORT = Path.of("target/mutations.md");

    @TempDir
    static Path folder;

    @BeforeAll
    static void beginReport() throws IOException {
        // What is found counts, and not how small the case can be made.
        System.setProperty("jqwik.shrinking.default", "OFF");
        Files.writeString(REPORT, "| bug | what it breaks | found by |\n| --- | --- | --- |\n");
    }

    @TestFactory
    Stream<DynamicTest> everyBugBreaksARule() {
        var wanted = System.getProperty("mutations", "");
        var mutations = Mutation.all().stream()
                .filter(mutation ->
                        wanted.isEmpty() || List.of(wanted.split(",")).contains(mutation.id()))
                .map(mutation -> dynamicTest(mutation.id(), () -> find(mutation)));
        return Stream.concat(Stream.of(dynamicTest("no bug, no broken rule", MutationCheck::findNothing)), mutations);
    }

    private static void findNothing() throws Exception {
        try (var server = MutatedServer.unchanged()) {
            assertThat(firstBrokenRule(server, "text")).isEmpty();
        }
    }

    private static String firstBrokenRule(MutatedServer server, String dialect) {
        try {
            return assertTimeoutPreemptively(LIMIT, () -> server.firstBrokenRule(dialect));
        } catch (AssertionFailedError e) {
            return "a server that answers (" + e.getMessage() + ")";
        }
    }

    private static void find(Mutation mutation) throws Exception {
        try (var server = MutatedServer.of(mutation, Files.createDirectory(folder.resolve(mutation.id())))) {
            var broken = firstBrokenRule(server, mutation.dialect());
            var rule = broken.lines().findFirst().orElse("**survived**");
            Files.writeString(
                    REPORT,
                    "| " + mutation.id() + " | " + mutation.sentence() + " | " + rule + " |\n",
                    StandardOpenOption.APPEND);
            assertThat(broken).as(mutation.sentence()).isNotEmpty();
        }
    }
}
