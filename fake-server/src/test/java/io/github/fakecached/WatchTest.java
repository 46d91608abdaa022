package io.github.fakecached;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client sees that watches the log. */
class WatchTest {

    private static final Duration TIME_LIMIT = Duration.ofSeconds(5);
    private static final String OK = "OK\r\n";

    @ParameterizedTest
    @EnumSource(MemcachedVersion.class)
    void theLogIsAsRecorded(MemcachedVersion version) throws IOException {
        String streams = "fetchers mutations evictions" + (version == MemcachedVersion.V1_6_45 ? " deletions" : "");
        try (FakeMemcached memcached = FakeMemcached.builder().version(version).start();
                TextConversation watcher = watch(memcached, streams);
                TextConversation client = new TextConversation(memcached.address())) {
            memcached.clock().pause();
            for (List<String> step : steps(version)) {
                client.say(RecordedText.unescape(step.get(0).substring(2)));
                for (String line : step.subList(1, step.size())) {
                    assertThat(watcher.readLine().replaceFirst(" cfd=\\d+", ""))
                            .as("log of %s", step.get(0))
                            .matches("ts=\\d+\\.\\d+ gid=\\d+ .*")
                            .endsWith(line.substring(1));
                }
            }
            assertThat(watcher.hasReply()).isFalse();
        }
    }

    @Test
    void evictionsAreLogged() throws IOException {
        try (FakeMemcached memcached = FakeMemcached.builder()
                        .memoryLimit(2 * 1024 * 1024)
                        .maxItemSize(1024 * 1024)
                        .start();
                TextConversation watcher = watch(memcached, "evictions");
                TextConversation client = new TextConversation(memcached.address())) {
            String value = "v".repeat(400_000);
            for (int i = 0; i < 12; i++) {
                client.say("set k" + i + " 0 0 400000 noreply\r\n" + value + "\r\n");
            }
            assertThat(watcher.readLine())
                    .matches("ts=\\S+ gid=2 type=eviction key=k0 fetch=no ttl=-1 la=\\d clsid=39 size=400000");
        }
    }

    @Test
    void connectionsAreLogged() throws IOException {
        try (FakeMemcached memcached = FakeMemcached.start();
                TextConversation watcher = watch(memcached, "connevents")) {
            int port;
            try (TextConversation client = new TextConversation(memcached.address())) {
                port = client.port();
                assertThat(watcher.readLine())
                        .matches("ts=\\S+ gid=2 type=conn_new rip=127\\.0\\.0\\.1 rport=" + port
                                + " transport=tcp cfd=\\d+");
            }
            assertThat(watcher.readLine())
                    .matches("ts=\\S+ gid=3 type=conn_close rip=127\\.0\\.0\\.1 rport=" + port
                            + " transport=tcp reason=normal cfd=\\d+");
            try (TextConversation client = new TextConversation(memcached.address())) {
                watcher.readLine();
                client.sayLast("x".repeat(3000));
                assertThat(watcher.readLine()).contains(" reason=error ");
            }
        }
    }

    /** The lines are those that memcached of both versions wrote when this was done to it, but for times and numbers. */
    @ParameterizedTest
    @EnumSource(MemcachedVersion.class)
    void crawlsOfTheServersOwnAreLogged(MemcachedVersion version) throws IOException {
        try (FakeMemcached memcached = FakeMemcached.builder().version(version).start();
                TextConversation watcher = watch(memcached, "sysevents");
                TextConversation client = new TextConversation(memcached.address())) {
            memcached.clock().pause();
            client.say("set live 0 0 1\r\n1\r\nset a 0 30 1\r\n1\r\nset b 0 200 1\r\n1\r\nset c 0 4000 1\r\n1\r\n");
            memcached.clock().advance(Duration.ofSeconds(100));
            client.say("mn\r\n");
            assertThat(crawls(watcher))
                    .startsWith("crawler=1 lru=hot low_mark=1 next_reclaims=0 since_run=1 next_run=65 elapsed=0"
                            + " examined=0 reclaimed=0")
                    .endsWith("crawler=63 lru=temp low_mark=1 next_reclaims=0 since_run=1 next_run=65 elapsed=0"
                            + " examined=0 reclaimed=0");
            memcached.clock().advance(Duration.ofSeconds(1));
            client.say("mn\r\n");
            assertThat(crawls(watcher))
                    .startsWith("crawler=1 lru=hot low_mark=1 next_reclaims=0 since_run=1 next_run=125 elapsed=0"
                            + " examined=0 reclaimed=0")
                    .contains("crawler=1 lru=cold low_mark=1 next_reclaims=1 since_run=1 next_run=65 elapsed=0"
                            + " examined=3 reclaimed=1");
            assertThat(watcher.hasReply()).isFalse();
        }
    }

    /** What the log says of one crawl of all queues. */
    private static List<String> crawls(TextConversation watcher) throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 255; i++) {
            lines.add(watcher.readLine().replaceFirst("^ts=\\S+ gid=\\d+ type=lru_crawler ", ""));
        }
        return lines;
    }

    /** As seen on 1.6.18 and 1.6.45. */
    @Test
    void eachWatcherTakesANumberFromThoseOfTheLines() throws IOException {
        try (FakeMemcached memcached = FakeMemcached.start();
                TextConversation client = new TextConversation(memcached.address());
                TextConversation first = watch(memcached, "fetchers")) {
            client.say("get a b\r\n");
            assertThat(first.readLine()).contains(" gid=2 ");
            assertThat(first.readLine()).contains(" gid=3 ");
            try (TextConversation second = watch(memcached, "fetchers")) {
                client.say("get a\r\n");
                assertThat(first.readLine()).contains(" gid=5 ");
                assertThat(second.readLine()).contains(" gid=5 ");
            }
            assertThat(memcached.stats()).containsEntry("log_worker_written", "3");
        }
    }

    @Test
    void theTimeIsThatOfTheClock() throws IOException {
        try (FakeMemcached memcached = FakeMemcached.start();
                TextConversation watcher = watch(memcached, "fetchers")) {
            memcached.clock().pause();
            memcached.contents().put("k", "v");
            try (TextConversation client = new TextConversation(memcached.address())) {
                client.say("get k\r\n");
            }
            assertThat(watcher.readLine())
                    .startsWith("ts=" + memcached.clock().now().getEpochSecond() + ".");
        }
    }

    @Test
    void withoutAWordFetchersAreWatched() throws IOException {
        try (FakeMemcached memcached = FakeMemcached.start();
                TextConversation watcher = watch(memcached, "");
                TextConversation client = new TextConversation(memcached.address())) {
            client.say("set k 0 0 1\r\nv\r\n");
            assertThat(watcher.readLine()).contains("type=item_get key=k status=not_found");
            assertThat(watcher.hasReply()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"watch nothing", "watch fetchers noreply", "watch f"})
    void onlyWhatThereIsCanBeWatched(String line) throws IOException {
        try (FakeMemcached memcached = FakeMemcached.start();
                TextConversation client = new TextConversation(memcached.address())) {
            assertThat(client.say(line + "\r\n")).isEqualTo("ERROR\r\n");
        }
    }

    @Test
    void watchMayNotComeBehindOthersInAPacket() throws IOException {
        try (FakeMemcached memcached = FakeMemcached.start();
                TextConversation client = new TextConversation(memcached.address())) {
            assertThat(client.say("mn\r\nverbosity 0\r\nwatch\r\n"))
                    .isEqualTo("MN\r\nOK\r\nERROR cannot pipeline other commands before watch\r\n");
        }
    }

    @Test
    void deletionsCannotBeWatchedBefore1620() throws IOException {
        try (FakeMemcached memcached = FakeMemcached.builder()
                        .version(MemcachedVersion.V1_6_18)
                        .start();
                TextConversation client = new TextConversation(memcached.address())) {
            assertThat(client.say("watch deletions\r\n")).isEqualTo("ERROR\r\n");
        }
    }

    @Test
    void watchingCanBeForbidden() throws IOException {
        try (FakeMemcached memcached = FakeMemcached.builder()
                        .administration(Administration.defaults().watchEnabled(false))
                        .start();
                TextConversation client = new TextConversation(memcached.address())) {
            assertThat(client.say("watch\r\n")).isEqualTo("CLIENT_ERROR watch commands not allowed\r\n");
        }
    }

    @Test
    void thereIsRoomForTwentyWatchers() throws IOException {
        try (FakeMemcached memcached = FakeMemcached.start()) {
            List<TextConversation> watchers = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                watchers.add(watch(memcached, "fetchers"));
            }
            try (TextConversation client = new TextConversation(memcached.address())) {
                assertThat(client.say("watch\r\n")).isEqualTo("WATCHER_TOO_MANY log watcher limit reached\r\n");
                assertThat(memcached.stats()).containsEntry("log_watchers", "20");
            }
            watchers.remove(0).close();
            await("a watcher's end")
                    .atMost(TIME_LIMIT)
                    .until(() -> memcached.stats().get("log_watchers").equals("19"));
            watchers.add(watch(memcached, "fetchers"));
            for (TextConversation watcher : watchers) {
                watcher.close();
            }
        }
    }

    @Test
    void aWatcherThatDoesNotReadMissesLinesAndHurtsNobody() throws IOException {
        try (FakeMemcached memcached = FakeMemcached.start();
                TextConversation watcher = watch(memcached, "fetchers");
                TextConversation client = new TextConversation(memcached.address())) {
            String manyKeys = "get" + (" " + "k".repeat(240)).repeat(1000) + "\r\n";
            await("a line that is skipped").atMost(Duration.ofSeconds(30)).until(() -> {
                client.say(manyKeys);
                return Long.parseLong(memcached.stats().get("log_watcher_skipped")) > 0;
            });
            assertThat(client.say("mn\r\n")).isEqualTo("MN\r\n");
            assertThat(watcher.hasReply()).isTrue();
        }
    }

    private static TextConversation watch(FakeMemcached memcached, String streams) throws IOException {
        TextConversation watcher = new TextConversation(memcached.address());
        watcher.send("watch " + streams + "\r\n");
        assertThat(watcher.read(OK.length())).isEqualTo(OK);
        return watcher;
    }

    private static List<List<String>> steps(MemcachedVersion version) throws IOException {
        String resource = "/transcripts/watch-" + version + ".txt";
        try (InputStream in = Objects.requireNonNull(WatchTest.class.getResourceAsStream(resource), resource)) {
            return Arrays.stream(new String(in.readAllBytes(), US_ASCII).split("\n\n"))
                    .skip(1)
                    .map(paragraph -> List.of(paragraph.split("\n")))
                    .toList();
        }
    }
}
