package io.github.fakecached.junit.benchmark;

import static java.util.Objects.requireNonNull;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.fakecached.FakeMemcached;
import io.github.fakecached.junit.MemcachedTest;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Arrays;
import net.spy.memcached.MemcachedClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * What the extension adds to a test: a thousand tests with a fake and a client that it hands to them, and a reset before each,
 * beside as many with a fake and a client that the class has made. In turns; prints a table in Markdown.
 *
 * <p>Takes how often.
 */
final class ExtensionOverhead {

    private static final int TESTS = 1000;
    private static final int WARM_UP = 10;

    private ExtensionOverhead() {}

    public static void main(String[] args) {
        int rounds = Integer.parseInt(args[0]);
        double[] with = new double[rounds];
        double[] without = new double[rounds];
        for (int i = -WARM_UP; i < rounds; i++) {
            double extended = micros(Extended.class);
            double plain = micros(Plain.class);
            if (i >= 0) {
                with[i] = extended;
                without[i] = plain;
            }
        }
        PrintStream out = System.out;
        out.printf("%n| median of %d runs of %d tests | a test |%n| --- | --- |%n", rounds, TESTS);
        out.printf("| with the extension | %.1f µs |%n", median(with));
        out.printf("| without | %.1f µs |%n", median(without));
        out.printf("| overhead | %.1f µs |%n", median(with) - median(without));
        System.exit(0); // the clients' threads are no daemons
    }

    private static double micros(Class<?> tests) {
        Launcher launcher = LauncherFactory.create();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(tests))
                .build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        long start = System.nanoTime();
        launcher.execute(request, listener);
        long nanos = System.nanoTime() - start;
        if (listener.getSummary().getTestsSucceededCount() != TESTS) {
            listener.getSummary().printFailuresTo(new PrintWriter(System.err, true));
            throw new IllegalStateException("not all of the tests passed");
        }
        return nanos / 1e3 / TESTS;
    }

    private static double median(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** With the extension. */
    @MemcachedTest
    static final class Extended {

        @RepeatedTest(TESTS)
        void test(FakeMemcached memcached, MemcachedClient client) {
            requireNonNull(memcached);
            requireNonNull(client);
        }
    }

    /** Without. */
    static final class Plain {

        private static FakeMemcached memcached;
        private static MemcachedClient client;

        @BeforeAll
        static void start() throws IOException {
            memcached = FakeMemcached.start();
            client = new MemcachedClient(memcached.address());
        }

        @RepeatedTest(TESTS)
        void test() {
            requireNonNull(memcached);
            requireNonNull(client);
        }

        @AfterAll
        static void stop() {
            client.shutdown();
            memcached.close();
        }
    }
}
