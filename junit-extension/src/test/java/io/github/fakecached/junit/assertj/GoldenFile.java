package io.github.fakecached.junit.assertj;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A text kept in src/test/resources/golden. Run with -Dgolden.write=true to write what is there now, and look at the diff. */
public final class GoldenFile {

    private static final Path FOLDER = Path.of("src/test/resources/golden");

    private GoldenFile() {}

    /** Fails if the text, but for what differs from run to run, is not that of the file. */
    public static void verify(String name, String text) throws IOException {
        Path file = FOLDER.resolve(name + ".txt");
        String normalised = normalised(text) + "\n";
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(file, normalised);
        }
        assertThat(file).content().isEqualTo(normalised);
    }

    /** A stack trace without the lines that tell where in the source it came about, and spaces at the end of others. */
    public static String withoutFrames(String stackTrace) {
        return stackTrace.replaceAll("(?m)^\t+at .*\\R", "").replaceAll("(?m) +$", "");
    }

    /** The text without what differs from run to run: ports, and times by the system's clock. */
    public static String normalised(String text) {
        return text.replaceAll("127\\.0\\.0\\.1:\\d+", "127.0.0.1:PORT")
                .replaceAll("\\d+\\.\\d ms", "N ms")
                .replaceAll("(shows|time) \\S+ \\(running\\)", "$1 TIME (running)")
                .replaceAll("\\d+\\.\\d s (ahead of|behind)", "N s $1");
    }
}
