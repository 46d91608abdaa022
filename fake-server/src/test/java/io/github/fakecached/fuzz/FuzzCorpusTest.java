package io.github.fakecached.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The inputs that a fuzzer has found worth keeping, and those that found a mistake once, hold in every build. */
class FuzzCorpusTest {

    private static final Path CORPUS = Path.of("src/test/resources/io/github/fakecached/fuzz");

    @TestFactory
    Stream<DynamicTest> textSessions() throws IOException {
        return replay("TextSession", TextSession::fuzzerTestOneInput);
    }

    @TestFactory
    Stream<DynamicTest> binarySessions() throws IOException {
        return replay("BinarySession", BinarySession::fuzzerTestOneInput);
    }

    @TestFactory
    Stream<DynamicTest> signIns() throws IOException {
        return replay("SignIn", SignIn::fuzzerTestOneInput);
    }

    @TestFactory
    Stream<DynamicTest> lines() throws IOException {
        return replay("LineParser", LineParser::fuzzerTestOneInput);
    }

    private static Stream<DynamicTest> replay(String target, Consumer<byte[]> fuzzer) throws IOException {
        try (Stream<Path> files = Files.list(CORPUS.resolve(target))) {
            assertThat(files).isNotEmpty();
        }
        return Files.list(CORPUS.resolve(target))
                .map(file -> DynamicTest.dynamicTest(
                        file.getFileName().toString(), () -> fuzzer.accept(Files.readAllBytes(file))));
    }
}
