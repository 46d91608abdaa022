package io.github.fakecached.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.spotify.folsom.MemcacheClient;
import io.github.fakecached.MemcachedVersion;
import io.github.fakecached.clock.ControllableClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.spy.memcached.MemcachedClient;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** Tests run on real memcached in containers. Skipped without Docker, unless {@code -Dconformance.require=container} is given. */
class RealContainerTest {

    private static final boolean REQUIRED =
            System.getProperty("conformance.require", "").contains("container");

    private static void assertPasses(Map<String, String> parameters, int tests, Class<?>... testCases) {
        JupiterRun run = JupiterRun.of(parameters, testCases);
        for (Throwable failure : run.failures()) {
            assumeTrue(REQUIRED || !(failure instanceof TestAbortedException), failure.getMessage());
        }
        run.passes(tests);
    }

    @Test
    void aClassRunsOnRealMemcachedWhoseClockGoesForward() {
        assertPasses(Map.of(), 4, RealTestCases.class, OlderTestCases.class);
    }

    @MemcachedTest(server = Server.REAL)
    static class RealTestCases {
        @RepeatedTest(2)
        void test(MemcachedClient client, ControllableClock clock) throws Exception {
            assertThat(client.getVersions().values()).containsExactly(version());
            assertThat(client.add("k", 100, "v").get()).isTrue();

            clock.advance(Duration.ofSeconds(97));
            assertThat(client.get("k")).isEqualTo("v");
            clock.advance(Duration.ofSeconds(4));
            assertThat(client.get("k")).isNull();
        }

        String version() {
            return "1.6.45";
        }
    }

    @MemcachedTest(server = Server.REAL, version = MemcachedVersion.V1_6_18)
    static class OlderTestCases extends RealTestCases {
        @Override
        String version() {
            return "1.6.18";
        }
    }

    @Test
    void theParameterSaysSoForAllClassesWhichShareTheContainersAndGiveTheirSettings() {
        assertPasses(
                Map.of("fakecached.server", "REAL", "fakecached.server.image", "memcached:1.6.18"),
                3,
                NodesTestCases.class,
                NodesTooTestCases.class,
                SettingsTestCases.class);
    }

    @MemcachedTest(nodes = {"a", "b"})
    static class NodesTestCases {
        @Test
        void test(MemcacheClient<String> client) throws Exception {
            List<String> values =
                    List.of(client.add("k", "v", 0).toCompletableFuture().get().name());
            assertThat(values).containsExactly("OK");
            assertThat(client.numTotalConnections()).isEqualTo(2);
        }
    }

    @MemcachedTest(nodes = {"a", "b"})
    static class NodesTooTestCases extends NodesTestCases {}

    @MemcachedTest(memoryLimit = 8 << 20, maxItemSize = 2 << 20, evictions = false)
    static class SettingsTestCases {
        @Test
        void test(MemcachedClient client) {
            Map<String, String> settings =
                    client.getStats("settings").values().iterator().next();
            assertThat(settings)
                    .containsEntry("maxbytes", Integer.toString(8 << 20))
                    .containsEntry("item_size_max", Integer.toString(2 << 20))
                    .containsEntry("evictions", "off");
        }
    }

    @Test
    void anImageThatCannotBeHadAbortsTheClassOrFailsIt() {
        Map<String, String> noImage =
                Map.of("fakecached.server", "real", "fakecached.server.image", "localhost:1/fakecached/none:0");

        Throwable aborted = JupiterRun.of(noImage, NodesTestCases.class).failure();
        assertThat(aborted)
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("no container of localhost:1/fakecached/none:0");

        Throwable failed = JupiterRun.of(
                        Map.of(
                                "fakecached.server", "real",
                                "fakecached.server.image", "localhost:1/fakecached/none:0",
                                "fakecached.server.required", "true"),
                        NodesTestCases.class)
                .failure();
        assertThat(failed)
                .isNotInstanceOf(TestAbortedException.class)
                .hasMessageContaining("no container of localhost:1/fakecached/none:0");
    }
}
