package io.github.fakecached.conformance.cli;

/** What the command line ends with, for scripts. */
final class ExitCode {

    /** No rule is broken. */
    static final int KEPT = 0;

    /** A rule is broken on a target. */
    static final int BROKEN = 1;

    /** The command line cannot be understood, or nothing can be written where it says. */
    static final int USAGE = 2;

    /** A target could not be had, whatever the others came to. */
    static final int ABSENT = 3;

    /** The suite itself failed: EX_SOFTWARE of sysexits.h. */
    static final int FAILURE = 70;

    private ExitCode() {}
}
