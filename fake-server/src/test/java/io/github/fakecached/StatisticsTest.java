package io.github.fakecached;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The names of all statistics against lists taken from real servers, and what counts what. */
class StatisticsTest {

    private final FakeMemcached memcached = FakeMemcached.start();

    @AfterEach
    void close() {
        memcached.close();
    }

    @ParameterizedTest
    @EnumSource
    void statsHasAllNamesInOrder(MemcachedVersion version) throws IOException {
        assertThat(names(version, "stats\r\n")).isEqualTo(recorded("stats", version));
    }

    @ParameterizedTest
    @EnumSource
    void statsSettingsHasAllNamesInOrder(MemcachedVersion version) throws IOException {
        assertThat(names(version, "stats settings\r\n")).isEqualTo(recorded("settings", version));
    }

    @Test
    void statsSettingsTellsTheRealPortAndTheSettings() throws IOException {
        try (FakeMemcached strict = FakeMemcached.builder()
                        .maxConnections(7)
                        .casEnabled(false)
                        .flushEnabled(false)
                        .evictions(false)
                        .maxItemSize(2048)
                        .start();
                TextConversation client = new TextConversation(strict.address())) {
            assertThat(client.say("stats settings\r\n"))
                    .contains("STAT tcpport " + strict.port() + "\r\n")
                    .contains("STAT maxconns 7\r\n", "STAT cas_enabled no\r\n", "STAT flush_enabled no\r\n")
                    .contains("STAT evictions off\r\n", "STAT item_size_max 2048\r\n");
            assertThat(client.say("flush_all\r\n")).isEqualTo("CLIENT_ERROR flush_all not allowed\r\n");
            assertThat(client.say("set a 0 0 1\r\n1\r\ngets a\r\ncas a 0 0 1 0\r\n1\r\n"))
                    .isEqualTo("STORED\r\nVALUE a 0 1 0\r\n1\r\nEND\r\nEXISTS\r\n");
        }
    }

    @Test
    void retrievalCountsEachKey() throws IOException {
        say("set a 0 0 1\r\n1\r\nget a nope a\r\ngets nope\r\n");
        assertCounts(Map.of("cmd_get", 4, "get_hits", 2, "get_misses", 2));
    }

    @Test
    void keysBeforeOneThatIsTooLongAreCounted() throws IOException {
        say("get a b " + "x".repeat(251) + " c\r\n");
        assertCounts(Map.of("cmd_get", 2, "get_misses", 2));
    }

    @Test
    void gatCountsAsTouch() throws IOException {
        say("set a 0 0 1\r\n1\r\ngat 0 a nope\r\ntouch a 0\r\ntouch nope 0\r\n");
        assertCounts(Map.of("cmd_touch", 4, "touch_hits", 2, "touch_misses", 2, "cmd_get", 0));
    }

    @Test
    void storesCountWhenTheirLineIsAccepted() throws IOException {
        say("set a 0 0 1\r\n1\r\nadd a 0 0 1\r\n1\r\nset a 0 0 1\r\nbad\r\nset a x 0 1\r\n1\r\n");
        assertCounts(Map.of("cmd_set", 3, "total_items", 1, "curr_items", 1));
    }

    @Test
    void aStoreThatIsTooLargeIsCountedAsSuch() throws IOException {
        say("set a 0 0 1048577\r\n" + "v".repeat(1048577) + "\r\n");
        assertCounts(Map.of("cmd_set", 0, "store_too_large", 1));
    }

    @Test
    void casCountsHitsMissesAndBadValues() throws IOException {
        say("set a 0 0 1\r\n1\r\ncas a 0 0 1 2\r\n1\r\ncas a 0 0 1 2\r\n1\r\ncas nope 0 0 1 2\r\n1\r\n");
        assertCounts(Map.of("cas_hits", 1, "cas_badval", 1, "cas_misses", 1));
    }

    @Test
    void arithmeticCountsHitsAndMissesButNotNonNumbers() throws IOException {
        say(
                "set n 0 0 1\r\n1\r\nset x 0 0 1\r\nx\r\nincr n 1\r\ndecr n 1\r\nincr nope 1\r\ndecr nope 1\r\nincr x 1\r\n");
        assertCounts(Map.of("incr_hits", 1, "incr_misses", 1, "decr_hits", 1, "decr_misses", 1));
    }

    @Test
    void deletesAndFlushesAreCounted() throws IOException {
        say("set a 0 0 1\r\n1\r\ndelete a\r\ndelete a\r\nflush_all\r\nflush_all x\r\n");
        assertCounts(Map.of("delete_hits", 1, "delete_misses", 1, "cmd_flush", 2));
    }

    @Test
    void anExpiredItemCountsAsMissAndAsExpired() throws IOException {
        say("set a 0 -1 1\r\n1\r\nget a\r\n");
        assertCounts(Map.of("get_misses", 1, "get_expired", 1, "curr_items", 0));
    }

    @Test
    void bytesOnTheWireAreCounted() throws IOException {
        try (TextConversation client = new TextConversation(memcached.address())) {
            client.sayLast("version\r\nquit\r\n");
        }
        assertCounts(Map.of("bytes_read", 15, "bytes_written", 16));
    }

    @Test
    void bytesBehindASignInAreCountedOnce() throws IOException {
        String requests = "set x 0 0 3\r\nu p\r\nversion\r\nquit\r\n";
        try (FakeMemcached closed = FakeMemcached.builder().textUser("u", "p").start();
                TextConversation client = new TextConversation(closed.address())) {
            assertThat(client.sayLast(requests)).startsWith("STORED\r\nVERSION");
            assertThat(closed.stats()).containsEntry("bytes_read", String.valueOf(requests.length()));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "20, 0", "21, 1", "40, 1", "41, 2", "100, 4"})
    void requestsThatComeAtOnceCountAsMemcachedYields(int requests, int yields) throws IOException {
        try (TextConversation client = new TextConversation(memcached.address())) {
            client.say("");
            client.sayLast("set a 0 0 1\r\n1\r\n".repeat(requests - 1) + "quit\r\n");
        }
        assertCounts(Map.of("conn_yields", yields));
    }

    @Test
    void statsResetClearsCountersButNotItems() throws IOException {
        assertThat(say("set a 0 0 1\r\n1\r\nget a\r\nstats reset\r\n")).endsWith("RESET\r\n");
        assertCounts(Map.of("cmd_get", 0, "cmd_set", 0, "total_items", 0, "curr_items", 1, "bytes", 61));
    }

    @Test
    void uptimeAndTimeFollowTheClock() throws IOException {
        memcached.clock().pause();
        long before = Long.parseLong(memcached.stats().get("uptime"));
        memcached.clock().advance(Duration.ofHours(1));
        assertCounts(Map.of("uptime", (int) before + 3600));
        assertThat(memcached.stats())
                .containsEntry("time", String.valueOf(memcached.clock().epochSecond()));
    }

    private void assertCounts(Map<String, Integer> expected) {
        Map<String, String> stats = memcached.stats();
        assertThat(expected).allSatisfy((name, count) -> assertThat(stats).containsEntry(name, count.toString()));
    }

    private String say(String request) throws IOException {
        try (TextConversation client = new TextConversation(memcached.address())) {
            return client.say(request);
        }
    }

    private static List<String> names(MemcachedVersion version, String request) throws IOException {
        try (FakeMemcached memcached = FakeMemcached.builder().version(version).start();
                TextConversation client = new TextConversation(memcached.address())) {
            return Arrays.stream(client.say(request).split("\r\n"))
                    .filter(line -> !line.equals("END"))
                    .map(line -> line.split(" ")[1])
                    .toList();
        }
    }

    private static List<String> recorded(String kind, MemcachedVersion version) throws IOException {
        String resource = "/statistics/" + kind + "-" + version + ".txt";
        try (InputStream in = Objects.requireNonNull(StatisticsTest.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), US_ASCII).lines().toList();
        }
    }
}
