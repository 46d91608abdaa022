package io.github.fakecached.example.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/INTEGRATIONS.md shows as Java is what is compiled. */
class IntegrationsPageTest {

    private static final Path PAGE = Path.of("../docs/INTEGRATIONS.md");
    private static final Path SOURCES = Path.of("src/test/java/io/github/fakecached/example/integration");
    private static final Pattern JAVA_BLOCK = Pattern.compile("(?ms)^```java\\n(.*?)^```$");

    @Test
    void theExamplesArePartsOfClassesThatAreCompiled() throws IOException {
        List<String> sources;
        try (var files = Files.list(SOURCES)) {
            sources = files.map(IntegrationsPageTest::read).toList();
        }
        List<String> examples = JAVA_BLOCK
                .matcher(Files.readString(PAGE))
                .results()
                .map(block -> block.group(1))
                .toList();

        assertThat(examples)
                .hasSize(4)
                .allSatisfy(example -> assertThat(sources)
                        .anySatisfy(source -> assertThat(source).contains(example)));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
