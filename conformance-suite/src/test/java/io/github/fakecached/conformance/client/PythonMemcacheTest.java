package io.github.fakecached.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.conformance.target.TargetSource;
import io.github.fakecached.conformance.target.Targets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** python-memcached, in Debian's python3-memcache: every operation that it offers, run by the script beside this test. */
class PythonMemcacheTest {

    private static final String KIND = "python";

    /** Debian's own interpreter: the first one on the PATH may be another that does not know the package. */
    private static final String PYTHON = System.getProperty("conformance.python", "/usr/bin/python3");

    static Stream<TargetSource> targets() {
        return Targets.configured().fakes().stream();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void everyOperationWorks(TargetSource source) throws Exception {
        requirePackage();
        var script =
                Path.of(getClass().getResource("/client/python_memcached.py").toURI());
        try (var target = source.open()) {
            var result = InstalledProgram.run(List.of(
                    PYTHON, script.toString(), "127.0.0.1:" + target.address().getPort()));
            assertThat(result.status()).as(result.output()).isZero();
            assertThat(result.output()).endsWith("all done\n");
        }
    }

    private static void requirePackage() throws InterruptedException {
        try {
            if (InstalledProgram.run(List.of(PYTHON, "-c", "import memcache")).status() == 0) {
                return;
            }
        } catch (IOException e) {
            // Said below.
        }
        throw InstalledProgram.absent(KIND, PYTHON + " has no module memcache (Debian: python3-memcache)");
    }
}
