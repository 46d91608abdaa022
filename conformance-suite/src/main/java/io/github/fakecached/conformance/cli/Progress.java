package io.github.fakecached.conformance.cli;

import io.github.fakecached.conformance.rule.RuleResult;
import io.github.fakecached.conformance.rule.RuleResult.Status;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Shows how far a run is: a bar that is drawn over and over on a terminal, and else a line for each tenth. */
final class Progress {

    private static final int WIDTH = 30;
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintWriter out;
    private final boolean terminal;
    private final int total;
    private int done;
    private String target = "";

    /** Shows the progress of so many properties. */
    Progress(PrintWriter out, boolean terminal, int total) {
        this.out = out;
        this.terminal = terminal;
        this.total = total;
    }

    static Progress silent() {
        var nowhere = new PrintWriter(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new Progress(nowhere, false, 1);
    }

    void starts(String name) {
        target = name;
        if (terminal) {
            bar();
        } else {
            line(name);
        }
    }

    /** A broken rule is told at once; its transcript is for the report. */
    void finished(RuleResult result) {
        if (result.status() == Status.BROKEN) {
            line("broken on " + target + ": " + String.join(" ", result.rules()) + " (" + result.property() + ")");
        }
        advance(1);
    }

    /** A target could not be had. */
    void passesOver(String name, int properties) {
        line(name + " could not be had");
        advance(properties);
    }

    void ends() {
        if (terminal) {
            out.print(CLEAR_LINE);
            out.flush();
        }
    }

    private void advance(int properties) {
        int before = done * 10 / total;
        done += properties;
        if (terminal) {
            bar();
        } else if (done * 10 / total > before) {
            line(done + " of " + total + " properties, " + target);
        }
    }

    private void line(String text) {
        out.println(terminal ? CLEAR_LINE + text : text);
        if (terminal) {
            bar();
        }
    }

    private void bar() {
        int filled = Math.min(WIDTH, done * WIDTH / total);
        out.print(CLEAR_LINE + "[" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "] " + done + "/" + total + " "
                + target);
        out.flush();
    }
}
