package io.github.fakecached.conformance.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * What a command line came to, in this JVM.
 *
 * @param exitCode what it ended with
 * @param out what it printed
 * @param err progress and complaints
 */
record CommandLineRun(int exitCode, String out, String err) {

    static CommandLineRun of(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int exitCode = Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new CommandLineRun(exitCode, out.toString(), err.toString());
    }
}
