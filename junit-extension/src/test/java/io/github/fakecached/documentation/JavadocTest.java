package io.github.fakecached.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who reads the Javadoc of a public type finds an example there, and every example in Javadoc compiles. */
class JavadocTest {

    private static final List<Path> PUBLIC_API = List.of(
            Path.of("../fake-server/src/main/java/io/github/fakecached"),
            Path.of("src/main/java/io/github/fakecached"));
    private static final List<String> NOT_FOR_USERS = List.of("internal", "cli");
    private static final Pattern PUBLIC_TYPE =
            Pattern.compile("(?m)^public (?:[a-z-]+ )*(?:class|interface|@interface|enum|record) ");

    @Test
    void everyPublicTypeShowsHowItIsUsed() throws IOException {
        List<String> types = new ArrayList<>();
        List<String> withoutExample = new ArrayList<>();
        sources().forEach((file, source) -> {
            var type = PUBLIC_TYPE.matcher(source);
            if (type.find()) {
                types.add(file);
                if (CodeExample.in(file, source.substring(0, type.start())).isEmpty()) {
                    withoutExample.add(file);
                }
            }
        });

        assertThat(types).hasSizeGreaterThan(50);
        assertThat(withoutExample).isEmpty();
    }

    @Test
    void everyExampleCompiles(@TempDir Path classes) throws IOException {
        List<CodeExample> examples = new ArrayList<>();
        sources().forEach((file, source) -> examples.addAll(CodeExample.in(file, source)));

        assertThat(examples).hasSizeGreaterThan(80);
        assertThat(ExampleCompiler.errors(examples, classes)).isEmpty();
    }

    /** The files of the public API with their texts. */
    private static Map<String, String> sources() throws IOException {
        Map<String, String> sources = new TreeMap<>();
        for (Path root : PUBLIC_API) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path inside = root.relativize(file);
                    if (!NOT_FOR_USERS.contains(inside.getName(0).toString())) {
                        sources.put(inside.toString(), Files.readString(file));
                    }
                }
            }
        }
        return sources;
    }
}
