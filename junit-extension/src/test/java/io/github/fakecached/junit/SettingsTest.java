package io.github.fakecached.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.FakeMemcached;
import io.github.fakecached.MemcachedVersion;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
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
                .hasMessageContaining("an item size limit is 1024 to 1073741824 bytes, not 10");
    }

    @MemcachedTest(maxItemSize = 10)
    static class OutOfRangeTestCases {
        @Test
        void test(FakeMemcached memcached) {}
    }
}
