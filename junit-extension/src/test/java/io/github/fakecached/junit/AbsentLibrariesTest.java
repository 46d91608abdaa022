package io.github.fakecached.junit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.fakecached.FakeMemcached;
import java.io.File;
import java.io.PrintWriter;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

class AbsentLibrariesTest {

    @Test
    void theExtensionWorksWithoutOptionalLibraries() throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(
                classPathWithout("spymemcached", "xmemcached", "folsom", "testcontainers", "assertj"),
                ClassLoader.getPlatformClassLoader())) {
            thread.setContextClassLoader(loader);
            Callable<?> run = (Callable<?>) loader.loadClass(Run.class.getName())
                    .getDeclaredConstructor()
                    .newInstance();

            assertThat(run.call()).isEqualTo("1 passed, 0 failed");
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static URL[] classPathWithout(String... libraries) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> Arrays.stream(libraries)
                        .noneMatch(library ->
                                Path.of(entry).getFileName().toString().startsWith(library)))
                .map(AbsentLibrariesTest::url)
                .toArray(URL[]::new);
    }

    private static URL url(String classPathEntry) {
        try {
            return Path.of(classPathEntry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(classPathEntry, e);
        }
    }

    /** Runs within the other class loader, and so has only types of the platform in common with this one. */
    public static final class Run implements Callable<String> {
        @Override
        public String call() {
            SummaryGeneratingListener summary = new SummaryGeneratingListener();
            LauncherFactory.create()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(selectClass(WithoutLibrariesTestCases.class))
                                    .build(),
                            summary);
            summary.getSummary().printFailuresTo(new PrintWriter(System.err, true, UTF_8));
            return summary.getSummary().getTestsSucceededCount() + " passed, "
                    + summary.getSummary().getTotalFailureCount() + " failed";
        }
    }

    @MemcachedTest
    static class WithoutLibrariesTestCases {
        @Memcached
        FakeMemcached field;

        @Test
        void test(FakeMemcached memcached) {
            for (String missing : new String[] {
                "net.spy.memcached.MemcachedClient",
                "net.rubyeye.xmemcached.MemcachedClient",
                "com.spotify.folsom.MemcacheClient",
                "org.testcontainers.containers.GenericContainer",
                "org.assertj.core.api.Assertions"
            }) {
                try {
                    throw new IllegalStateException(Class.forName(missing) + " should be missing");
                } catch (ClassNotFoundException expected) {
                    continue;
                }
            }
            if (field != memcached || !memcached.isRunning()) {
                throw new IllegalStateException(memcached + " is not " + field);
            }
        }
    }
}
