package io.github.fakecached.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.conformance.target.Targets;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.opentest4j.TestAbortedException;

/** A browser without a screen. A test that needs it is skipped where there is no Chromium, unless it is required. */
public final class Chromium {

    private static final String KIND = "chromium";
    private static final long LIMIT_SECONDS = 60;

    private Chromium() {}

    /** A page as it is once its script has run, at an address that ends in this fragment; its files are left in the folder. */
    public static String shown(Path folder, String page, String fragment) throws IOException, InterruptedException {
        var file = Files.writeString(folder.resolve("page.html"), page);
        var output = folder.resolve("output");
        var chromium = new ProcessBuilder(
                        program(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--virtual-time-budget=1000",
                        "--dump-dom",
                        file.toUri() + fragment)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = chromium.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
        chromium.destroyForcibly();
        assertThat(ended).as("Chromium has ended").isTrue();
        return Files.readString(output, StandardCharsets.UTF_8);
    }

    private static String program() {
        return List.of(System.getenv("PATH").split(File.pathSeparator)).stream()
                .map(folder -> Path.of(folder, KIND))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Path::toString)
                .orElseThrow(Chromium::absent);
    }

    private static AssertionError absent() {
        if (Targets.configured().requires(KIND)) {
            return new AssertionError("required by -Dconformance.require=" + KIND + ": no chromium on the PATH");
        }
        throw new TestAbortedException("no chromium on the PATH");
    }
}
