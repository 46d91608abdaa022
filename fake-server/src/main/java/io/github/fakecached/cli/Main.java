package io.github.fakecached.cli;

import io.github.fakecached.FakeCluster;
import io.github.fakecached.FakeClusterBuilder;
import io.github.fakecached.MemcachedVersion;
import io.github.fakecached.internal.tls.BadCertificate;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Objects;

/** Starts a fake memcached from the command line, which takes memcached's options. */
public final class Main {

    private static final String LICENCE = """
            Fakecached is licensed under the Apache License, Version 2.0: META-INF/LICENSE in the jar.
            It contains no code of memcached. The standalone jar contains Jackson jr, Netty, picocli and
            JSpecify, which are under the same licence.
            """;

    private final PrintStream out;
    private final PrintStream err;

    Main(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /**
     * Runs the command line, and ends the JVM unless it started a fake.
     *
     * @param arguments memcached's options; {@code -h} lists them
     * @throws InterruptedException if another thread of this JVM interrupts the fake
     */
    public static void main(String[] arguments) throws InterruptedException {
        StartUp.begin();
        System.exit(new Main(System.out, System.err).run(arguments));
    }

    /** Runs the command line, as long as the fake runs if one was started; gives the exit code. */
    int run(String... arguments) throws InterruptedException {
        try {
            GivenOptions given = GivenOptions.read(arguments);
            if (given.has(MemcachedOption.HELP)) {
                out.print(HelpText.text());
            } else if (given.has(MemcachedOption.LICENSE)) {
                out.print(LICENCE);
            } else if (given.has(MemcachedOption.VERSION)) {
                printVersion(given);
            } else if (given.has(MemcachedOption.MAKE_ARCHIVE)) {
                ClassArchive.make(
                        Path.of(given.last(MemcachedOption.MAKE_ARCHIVE).orElseThrow()));
            } else {
                serve(given);
            }
            return 0;
        } catch (Refusal refusal) {
            err.println(refusal.line());
            return refusal.exitCode();
        }
    }

    private void printVersion(GivenOptions given) {
        String own = Objects.requireNonNullElse(Main.class.getPackage().getImplementationVersion(), "(not packaged)");
        out.println("memcached " + given.last(MemcachedOption.SPEAK).orElse(MemcachedVersion.V1_6_45.number()));
        out.println("as Fakecached " + own + " speaks it, a fake for tests");
    }

    private void serve(GivenOptions given) throws InterruptedException {
        AdminOptions admin = AdminOptions.read(given);
        FakeClusterBuilder plan = ClusterPlan.of(given, admin::allow);
        try (FakeCluster cluster = start(plan)) {
            new ServerProcess(cluster, given, admin).run(out);
        }
    }

    private static FakeCluster start(FakeClusterBuilder plan) {
        try {
            return plan.start();
        } catch (IllegalArgumentException e) {
            throw e.getCause() instanceof BadCertificate
                    ? Refusal.ofUse(String.valueOf(e.getMessage()))
                    : Refusal.ofFailure(String.valueOf(e.getMessage()));
        } catch (IllegalStateException e) {
            throw Refusal.ofSystem(String.valueOf(e.getMessage()));
        }
    }
}
