package io.github.fakecached.junit.assertj;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A text kept in src/test/resources/golden. Run with -Dgolden.write=true to write what is there now, and look at the diff. */
final class GoldenFile {

    private static final Path FOLDER = Path.of("src/test/resources/golden");

    private GoldenFile() {}

    static void verify(String name, String text) throws IOException {
        Path file = FOLDER.resolve(name + ".txt");
        String normalised = text.replaceAll("127\\.0\\.0\\.1:\\d+", "127.0.0.1:PORT")
                        .replaceAll("\\d+\\.\\d ms", "N ms")
                        .replaceAll("shows \\S+ \\(running\\)", "shows TIME (running)")
                + "\n";
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(file, normalised);
        }
        assertThat(file).content().isEqualTo(normalised);
    }
}
