package io.github.fakecached.conformance.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Testcontainers takes two settings from the environment only. Without the first it starts one more image to watch over the
 * containers, which the suite stops itself; without the second it looks for minutes, in a container, for the Docker host's
 * address, which the suite finds itself. So where containers are asked for, the command runs in a JVM of its own that has both.
 */
final class ContainerEnvironment {

    private static final String NO_WATCHER = "TESTCONTAINERS_RYUK_DISABLED";
    private static final String HOST = "TESTCONTAINERS_HOST_OVERRIDE";

    private ContainerEnvironment() {}

    /** Whether the arguments ask for a container in an environment that lacks the settings. */
    static boolean isNeeded(List<String> arguments, Map<String, String> environment) {
        return !environment.containsKey(NO_WATCHER)
                && arguments.stream()
                        .anyMatch(argument -> argument.replace("--target=", "").startsWith("container:"));
    }

    /** Runs the same command in that environment; gives its exit code. */
    static int run(List<String> arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put(NO_WATCHER, "true");
        if (Files.exists(Path.of("/.dockerenv"))) {
            builder.environment().putIfAbsent(HOST, "127.0.0.1");
        }
        return builder.start().waitFor();
    }
}
