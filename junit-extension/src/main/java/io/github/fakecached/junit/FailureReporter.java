package io.github.fakecached.junit;

import io.github.fakecached.FakeCluster;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/** Adds to the failure of a test what its fakes looked like. Never replaces the failure, whatever goes wrong here. */
final class FailureReporter {

    private static final System.Logger LOG = System.getLogger(FailureReporter.class.getName());
    private static final int MOST_EXCHANGES = 20;
    private static final int FEWEST_EXCHANGES = 5;

    private FailureReporter() {}

    /**
     * Adds the report, unless it is there already or the test is only aborted.
     *
     * @param inUse the fakes that the test used, looked for only if they are needed
     * @param shared whether other tests may use them meanwhile
     */
    static void report(
            Throwable failure,
            ExtensionContext context,
            Function<ExtensionContext, Optional<FakeCluster>> inUse,
            Predicate<ExtensionContext> shared) {
        if (failure instanceof TestAbortedException) {
            return;
        }
        // a test that ran into a time limit may be interrupted still, and calls of a fake wait for its thread
        boolean interrupted = Thread.interrupted();
        try {
            ExtensionContext method = withClass(context);
            inUse.apply(method).ifPresent(cluster -> add(failure, context, cluster, shared.test(method)));
        } catch (RuntimeException | Error e) {
            LOG.log(Level.WARNING, "There is no report of the fakes of a failed test, since that failed too", e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** A dynamic test has no class in its context, but the method that made it has. */
    private static ExtensionContext withClass(ExtensionContext context) {
        ExtensionContext at = context;
        while (at.getTestClass().isEmpty()) {
            at = at.getParent().orElseThrow();
        }
        return at;
    }

    private static void add(Throwable failure, ExtensionContext context, FakeCluster cluster, boolean shared) {
        if (isReported(failure, cluster)) {
            return;
        }
        String text = text(cluster, shared);
        failure.addSuppressed(new FakecachedReport(cluster, text));
        if (!isReported(failure, cluster)) { // some exceptions take no suppressed ones
            context.publishReportEntry("fakecached", text);
        }
    }

    private static boolean isReported(Throwable failure, FakeCluster cluster) {
        return Arrays.stream(failure.getSuppressed())
                .anyMatch(suppressed -> suppressed instanceof FakecachedReport report && report.isAbout(cluster));
    }

    private static String text(FakeCluster cluster, boolean shared) {
        List<NodeReport> nodes = cluster.nodes().entrySet().stream()
                .map(node -> new NodeReport(node.getKey(), node.getValue()))
                .toList();
        long asked = nodes.stream().filter(NodeReport::hasExchanges).count();
        int mostExchanges = (int) Math.max(FEWEST_EXCHANGES, MOST_EXCHANGES / Math.max(1, asked));
        Stream<String> lines = nodes.stream()
                .flatMap(node ->
                        node.hasExchanges() || nodes.size() == 1 ? node.lines(mostExchanges) : Stream.of(node.line()));
        return "at the time of the failure" + (shared ? ", while other tests may have used the same fakes" : "") + ":\n"
                + lines.map(line -> "    " + line).collect(Collectors.joining("\n"));
    }
}
