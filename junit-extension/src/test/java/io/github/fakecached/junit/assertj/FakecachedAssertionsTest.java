package io.github.fakecached.junit.assertj;

import static io.github.fakecached.junit.assertj.FakecachedAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.fakecached.FakeMemcached;
import io.github.fakecached.junit.MemcachedTest;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@MemcachedTest
class FakecachedAssertionsTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void whatIsTherePasses(FakeMemcached memcached) {
        memcached.clock().pause();
        memcached.contents().put("color", "r\u00f6t");
        memcached.contents().put("taste".getBytes(UTF_8), "sweet".getBytes(UTF_8), 7, Optional.of(MINUTE));

        assertThat(memcached)
                .hasValue("color", "r\u00f6t")
                .withoutExpiry()
                .withFlags(0)
                .and()
                .hasValue("taste", "sweet")
                .withTtl(MINUTE)
                .withFlags(7)
                .and()
                .doesNotHave("smell")
                .hasSize(2);
    }

    @Test
    void anEmptyFakePasses(FakeMemcached memcached) {
        assertThat(memcached).isEmpty().hasSize(0).doesNotHave("color");
    }

    @Test
    void expiredItemsAreNotThere(FakeMemcached memcached) {
        memcached.contents().put("color", "red", MINUTE);
        memcached.clock().advance(MINUTE);

        assertThat(memcached).isEmpty().doesNotHave("color");
    }

    @Test
    void aTtlMayBeASecondShorterWhileTheClockRuns(FakeMemcached memcached) {
        memcached.clock().setPhase(Duration.ZERO);
        memcached.contents().put("color", "red", MINUTE);

        assertThat(memcached).hasValue("color", "red").withTtl(MINUTE);
        memcached.clock().advance(Duration.ofSeconds(1));
        assertThat(memcached).hasValue("color", "red").withTtl(MINUTE);
        memcached.clock().pause();
        assertFails(() -> assertThat(memcached).hasValue("color", "red").withTtl(MINUTE));
        memcached.clock().resume();
        memcached.clock().advance(Duration.ofSeconds(1));
        assertFails(() -> assertThat(memcached).hasValue("color", "red").withTtl(MINUTE));
    }

    @Test
    void aTtlIsNeverLongerThanExpected(FakeMemcached memcached) {
        memcached.clock().setPhase(Duration.ZERO);
        memcached.contents().put("color", "red", MINUTE.plusSeconds(3));

        assertFails(() -> assertThat(memcached).hasValue("color", "red").withTtl(MINUTE));
    }

    @Test
    void aTtlInPartsOfSecondsIsRefused(FakeMemcached memcached) {
        memcached.contents().put("color", "red", MINUTE);
        var item = assertThat(memcached).hasValue("color", "red");

        assertThatIllegalArgumentException().isThrownBy(() -> item.withTtl(Duration.ofMillis(1500)));
        assertThatIllegalArgumentException().isThrownBy(() -> item.withTtl(Duration.ZERO));
    }

    @Test
    void aValueIsComparedByItsBytes(FakeMemcached memcached) {
        byte[] noUtf8 = {(byte) 0xff};
        memcached.contents().put("k".getBytes(UTF_8), noUtf8, 0, Optional.empty());

        assertFails(() -> assertThat(memcached).hasValue("k", new String(noUtf8, UTF_8)));
    }

    @Test
    void aMissingFakeIsReported() {
        assertFails(() -> assertThat((FakeMemcached) null).isEmpty());
    }

    private static void assertFails(Runnable assertion) {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(assertion::run);
    }
}
