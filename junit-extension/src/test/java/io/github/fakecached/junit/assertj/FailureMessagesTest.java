package io.github.fakecached.junit.assertj;

import static io.github.fakecached.junit.assertj.FakecachedAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.fakecached.FakeMemcached;
import io.github.fakecached.junit.MemcachedTest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MemcachedTest
class FailureMessagesTest {

    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    private final FakeMemcached memcached;

    FailureMessagesTest(FakeMemcached memcached) {
        this.memcached = memcached;
    }

    @BeforeEach
    void standStill() {
        memcached.clock().pause();
        memcached.clock().setTime(Instant.parse("2030-01-01T12:00:00Z"));
    }

    @Test
    void valueOfAnAbsentKeyInAnEmptyFake() throws IOException {
        verify("absent-key-empty-fake", () -> assertThat(memcached).hasValue("session:u1", "token"));
    }

    @Test
    void valueOfAnAbsentKeyAmongFewItems() throws IOException {
        memcached.contents().put("product:7", "chair", HALF_AN_HOUR);
        memcached.contents().put("Session:u1", "token");

        verify("absent-key-few-items", () -> assertThat(memcached).hasValue("session:u1", "token"));
    }

    @Test
    void valueOfAnAbsentKeyAmongManyItems() throws IOException {
        for (int i = 0; i < 1000; i++) {
            memcached.contents().put("product:" + i, "chair", HALF_AN_HOUR);
        }
        memcached.contents().put("sessions:u1", "token", HALF_AN_HOUR);

        verify("absent-key-many-items", () -> assertThat(memcached).hasValue("session:u1", "token"));
    }

    @Test
    void anotherValue() throws IOException {
        memcached.contents().put("session:u1", "tokem", HALF_AN_HOUR);
        memcached.clock().advance(Duration.ofMinutes(10));

        verify("another-value", () -> assertThat(memcached).hasValue("session:u1", "token"));
    }

    @Test
    void anotherValueThatDiffersFarBehind() throws IOException {
        String long1 = "0123456789".repeat(50);
        memcached.contents().put("page:1", long1 + "\r\n\t\"\\\0" + long1);

        verify("another-long-value", () -> assertThat(memcached).hasValue("page:1", long1 + long1));
    }

    @Test
    void anotherValueThatIsNoText() throws IOException {
        byte[] noText = {(byte) 0xac, (byte) 0xed, 0, 5};
        memcached.contents().put("page:1".getBytes(UTF_8), noText, 1, Optional.empty());

        verify("another-binary-value", () -> assertThat(memcached).hasValue("page:1", "h\u00e9llo"));
    }

    @Test
    void anotherTtlWhileTheClockIsPaused() throws IOException {
        memcached.contents().put("session:u1", "token", HALF_AN_HOUR);
        memcached.clock().advance(Duration.ofMinutes(10));

        verify(
                "another-ttl",
                () -> assertThat(memcached).hasValue("session:u1", "token").withTtl(HALF_AN_HOUR));
    }

    @Test
    void anotherTtlWhileTheClockRuns() throws IOException {
        memcached.clock().resume();
        memcached.clock().setPhase(Duration.ZERO);
        memcached.contents().put("session:u1", "token", Duration.ofHours(1));

        verify(
                "another-ttl-running",
                () -> assertThat(memcached).hasValue("session:u1", "token").withTtl(HALF_AN_HOUR));
    }

    @Test
    void aTtlOfAnItemThatNeverExpires() throws IOException {
        memcached.contents().put("session:u1", "token");

        verify(
                "ttl-of-eternal-item",
                () -> assertThat(memcached).hasValue("session:u1", "token").withTtl(HALF_AN_HOUR));
    }

    @Test
    void noExpiryOfAnItemThatExpires() throws IOException {
        memcached.contents().put("session:u1", "token", HALF_AN_HOUR);

        verify(
                "unexpected-expiry",
                () -> assertThat(memcached).hasValue("session:u1", "token").withoutExpiry());
    }

    @Test
    void otherFlags() throws IOException {
        memcached.contents().put("n".getBytes(UTF_8), "1".getBytes(UTF_8), 4294967295L, Optional.empty());

        verify("other-flags", () -> assertThat(memcached).hasValue("n", "1").withFlags(0));
    }

    @Test
    void aKeyThatShouldNotBeThere() throws IOException {
        memcached.contents().put("session:u1", "token", HALF_AN_HOUR);

        verify("unexpected-key", () -> assertThat(memcached).doesNotHave("session:u1"));
    }

    @Test
    void notEmpty() throws IOException {
        memcached.contents().put("session:u1", "token", HALF_AN_HOUR);

        verify("not-empty", () -> assertThat(memcached).isEmpty());
    }

    @Test
    void anotherSize() throws IOException {
        for (int i = 0; i < 12; i++) {
            memcached.contents().put("product:" + i, "chair " + i, HALF_AN_HOUR);
        }

        verify("another-size", () -> assertThat(memcached).hasSize(1));
    }

    @Test
    void aDescriptionGoesFirst() throws IOException {
        verify("described", () -> assertThat(memcached).as("after the sale").hasSize(2));
    }

    private static void verify(String goldenFile, ThrowingCallable failing) throws IOException {
        GoldenFile.verify(
                goldenFile, catchThrowableOfType(AssertionError.class, failing).getMessage());
    }
}
