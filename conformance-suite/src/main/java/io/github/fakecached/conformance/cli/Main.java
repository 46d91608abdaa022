package io.github.fakecached.conformance.cli;

import io.github.fakecached.conformance.report.Report;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine;

/** Judges servers from the command line. Turns arguments into a run, and its outcome into an exit code; no more. */
public final class Main {

    private Main() {}

    /**
     * Judges the targets that are named, and ends the JVM.
     *
     * @param arguments the options; {@code --help} lists them
     * @throws IOException if another JVM, which containers need, cannot be started
     * @throws InterruptedException if it is not waited for to its end
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (ContainerEnvironment.isNeeded(List.of(arguments), System.getenv())) {
            System.exit(ContainerEnvironment.run(List.of(arguments)));
        }
        // Libraries log what the report says better.
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "off");
        System.exit(commandLine().execute(arguments));
    }

    /** What understands the arguments and runs; its execution gives the exit code. */
    static CommandLine commandLine() {
        return new CommandLine(new JudgeCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((wrong, given) -> {
                    var err = wrong.getCommandLine().getErr();
                    err.println(wrong.getMessage());
                    err.println("--help tells what there is.");
                    return ExitCode.USAGE;
                })
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    failure.printStackTrace(command.getErr());
                    return ExitCode.FAILURE;
                });
    }

    /** What the run came to. */
    static int exitCode(Report report) {
        if (!report.absent().isEmpty()) {
            return ExitCode.ABSENT;
        }
        return report.hasBroken() ? ExitCode.BROKEN : ExitCode.KEPT;
    }
}
