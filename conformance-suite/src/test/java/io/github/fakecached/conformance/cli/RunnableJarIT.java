package io.github.fakecached.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packed jar has in it all that it needs, and runs. */
class RunnableJarIT {

    private static final String JAR = System.getProperty("conformance.jar");

    @Test
    void thePackedJarJudgesTheFake(@TempDir Path folder) throws Exception {
        var output = folder.resolve("output");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        JAR,
                        "--target",
                        "fake",
                        "--rule",
                        "T-STORE-01,M-GET-01,B-HEAD-01")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(output, StandardCharsets.UTF_8))
                .contains("fake 1.6.45 (", "text            1 kept")
                .doesNotContain("SLF4J", "WARN");
        assertThat(process.exitValue()).isZero();
    }

    @Test
    void thePackedJarHasLicencesAndNoTests() throws IOException {
        try (var jar = new JarFile(JAR)) {
            assertThat(jar.stream().map(entry -> entry.getName()))
                    .contains("META-INF/LICENSE", "META-INF/NOTICE")
                    .noneMatch(name -> name.endsWith("RunnableJarIT.class") || name.endsWith("LyingProxy.class"));
        }
    }
}
