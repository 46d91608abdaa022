package io.github.fakecached.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.spotify.folsom.MemcacheClient;
import io.github.fakecached.BindingProtocol;
import io.github.fakecached.ConnectionSettings;
import io.github.fakecached.FakeMemcached;
import io.github.fakecached.MemcachedVersion;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import net.spy.memcached.MemcachedClient;
import org.junit.jupiter.api.Test;

class SettingsTest {

    private static final int MIB = 1024 * 1024;

    @Test
    void theAnnotationsDefaultsAreThoseOfTheBuilder() {
        var byAnnotation = FakeMemcached.builder();
        Settings.defaults().cluster().server().accept(byAnnotation);
        try (var annotated = byAnnotation.start();
                var plain = FakeMemcached.start()) {
            assertThat(annotated.version()).isEqualTo(plain.version());
            assertThat(annotated.stats().get("limit_maxbytes"))
                    .isEqualTo(plain.stats().get("limit_maxbytes"));
        }
    }

    @Test
    void theAnnotationsSettingsReachTheFake() {
        JupiterRun.of(AllSettingsTestCases.class).passes(1);
    }

    @MemcachedTest(version = MemcachedVersion.V1_6_18, maxItemSize = 4 * MIB, memoryLimit = 8 * MIB, evictions = false)
    static class AllSettingsTestCases {
        @Test
        void test(FakeMemcached memcached) {
            byte[] key = "large".getBytes(StandardCharsets.US_ASCII);
            memcached.contents().put(key, new byte[3 * MIB], 0, Optional.empty());

            assertThat(memcached.contents().size()).isEqualTo(1);
            assertThat(memcached.version()).isEqualTo(MemcachedVersion.V1_6_18);
            assertThat(memcached.stats()).containsEntry("limit_maxbytes", Integer.toString(8 * MIB));
        }
    }

    @Test
    void settingsOutOfRangeFailTheTestWithTheBuildersMessage() {
        assertThat(JupiterRun.of(OutOfRangeTestCases.class).failure())
                .hasMessageContaining(
                        "@MemcachedTest(maxItemSize): an item size limit is 1024 to 1073741824 bytes, not 10");
    }

    @MemcachedTest(maxItemSize = 10)
    static class OutOfRangeTestCases {
        @Test
        void test(FakeMemcached memcached) {}
    }

    @Test
    void usersOutOfRangeAreToldWithTheMember() {
        assertThat(JupiterRun.of(BadUserTestCases.class).failure())
                .hasMessageContaining("@MemcachedTest(textUsers): a user of the text protocol has no space");
    }

    @MemcachedTest(textUsers = @User(name = "a b", password = "secret"))
    static class BadUserTestCases {
        @Test
        void test(FakeMemcached memcached) {}
    }

    @Test
    void theAnnotationSaysWhoMaySignInAndHow() {
        JupiterRun.of(SaslTestCases.class).passes(1);
        JupiterRun.of(TextUsersTestCases.class).passes(1);
        JupiterRun.of(BinaryTestCases.class).passes(1);
    }

    @MemcachedTest(saslUsers = @User(name = "anne", password = "secret"))
    static class SaslTestCases {
        @Test
        void test(FakeMemcached memcached, MemcachedClient client) throws Exception {
            ConnectionSettings settings = memcached.connectionSettings();
            assertThat(settings.protocol()).isEqualTo(BindingProtocol.BINARY);
            assertThat(settings.user().orElseThrow().getUserName()).isEqualTo("anne");
            assertThat(client.set("k", 0, "v").get()).isTrue();
        }
    }

    @MemcachedTest(
            textUsers = {@User(name = "anne", password = "secret"), @User(name = "bert", password = "secret")},
            tls = true)
    static class TextUsersTestCases {
        @Test
        void test(FakeMemcached memcached, MemcacheClient<String> client) throws Exception {
            ConnectionSettings settings = memcached.connectionSettings();
            assertThat(settings.protocol()).isEqualTo(BindingProtocol.ASCII);
            assertThat(settings.tls()).isPresent();
            client.set("k", "v", 0).toCompletableFuture().get(5, TimeUnit.SECONDS);
            assertThat(memcached.contents().size()).isEqualTo(1);
        }
    }

    @MemcachedTest(bindingProtocol = BindingProtocol.BINARY)
    static class BinaryTestCases {
        @Test
        void test(FakeMemcached memcached) {
            assertThat(memcached.connectionSettings().protocol()).isEqualTo(BindingProtocol.BINARY);
        }
    }

    @Test
    void whatContradictsItselfIsRefused() {
        assertThat(JupiterRun.of(TwoKindsOfUsersTestCases.class).failure())
                .hasMessageContaining("SASL belongs to the binary protocol");
    }

    @MemcachedTest(
            saslUsers = @User(name = "anne", password = "secret"),
            textUsers = @User(name = "anne", password = "secret"))
    static class TwoKindsOfUsersTestCases {
        @Test
        void test(FakeMemcached memcached) {}
    }

    @Test
    void classesWithEqualSettingsShareTheFakeOfTheRun() {
        FAKES_OF_THE_RUN.clear();

        JupiterRun.of(PerRunTestCases.class, PerRunTooTestCases.class, PerRunOtherwiseTestCases.class)
                .passes(3);

        assertThat(FAKES_OF_THE_RUN).hasSize(2);
    }

    private static final Set<Integer> FAKES_OF_THE_RUN = new HashSet<>();

    @MemcachedTest(lifecycle = Lifecycle.PER_RUN, saslUsers = @User(name = "anne", password = "secret"))
    static class PerRunTestCases {
        @Test
        void test(FakeMemcached memcached) {
            FAKES_OF_THE_RUN.add(memcached.port());
        }
    }

    @MemcachedTest(lifecycle = Lifecycle.PER_RUN, saslUsers = @User(name = "anne", password = "secret"))
    static class PerRunTooTestCases extends PerRunTestCases {}

    @MemcachedTest(lifecycle = Lifecycle.PER_RUN, saslUsers = @User(name = "anne", password = "other"))
    static class PerRunOtherwiseTestCases extends PerRunTestCases {}
}
