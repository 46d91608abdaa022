package io.github.fakecached;

import static io.github.fakecached.BinaryConversation.request;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What a client of the binary protocol sees that no transcript of single requests and answers can show. */
class BinaryProtocolTest {

    private static final byte[] NONE = {};
    private static final byte[] FLAGS_AND_EXPTIME = new byte[8];
    private static final byte[] BY_ONE_FROM_ONE =
            ByteBuffer.allocate(20).putLong(1).putLong(1).array();
    private static final int GET = 0x00;
    private static final int SET = 0x01;
    private static final int INCREMENT = 0x05;
    private static final int FLUSH = 0x08;
    private static final int NOOP = 0x0a;
    private static final int VERSION = 0x0b;
    private static final int STAT = 0x10;
    private static final int SETQ = 0x11;
    private static final int FLUSHQ = 0x18;
    private static final int HEADER = 24;

    @Test
    void repliesAreHeldBackWhileAValueIsOnItsWay() throws IOException {
        try (FakeMemcached memcached = FakeMemcached.start();
                BinaryConversation client = new BinaryConversation(memcached.address())) {
            byte[] second = set("b", "12345");
            client.send(join(set("a", "1"), Arrays.copyOf(second, second.length - 3)));
            Awaitility.await().until(() -> memcached.contents().get("a").isPresent());
            assertThat(client.hasReply()).isFalse();
            assertThat(statuses(client.say("345".getBytes(US_ASCII)))).containsExactly(0, 0);
        }
    }

    @Test
    void errorsAndNoOpsAreNotHeldBack() throws IOException {
        try (FakeMemcached memcached = FakeMemcached.start();
                BinaryConversation client = new BinaryConversation(memcached.address())) {
            byte[] set = set("b", "12345");
            for (byte[] first : List.of(get("nope"), request(NOOP, NONE, NONE, NONE))) {
                client.send(join(first, Arrays.copyOf(set, set.length - 5)));
                Awaitility.await().until(client::hasReply);
                assertThat(statuses(client.say("12345".getBytes(US_ASCII)))).hasSize(2);
            }
        }
    }

    @Test
    void repliesThatAreNotSentYetAreLostWhenSomethingForeignFollows() throws IOException {
        try (FakeMemcached memcached = FakeMemcached.start()) {
            memcached.contents().put("a", "1");
            try (BinaryConversation client = new BinaryConversation(memcached.address())) {
                assertThat(client.sayLast(join(get("a"), new byte[HEADER]))).isEmpty();
            }
            try (BinaryConversation client = new BinaryConversation(memcached.address())) {
                assertThat(client.sayLast(join(get("a"), get("nope"), new byte[HEADER])))
                        .hasSize(HEADER + 5 + HEADER + "Not found".length());
            }
        }
    }

    @Test
    void aSetCutOffInItsValueChangesNothing() throws IOException {
        try (FakeMemcached memcached = FakeMemcached.start()) {
            memcached.contents().put("a", "old");
            try (BinaryConversation client = new BinaryConversation(memcached.address())) {
                client.send(Arrays.copyOf(set("a", "newer"), HEADER + 8 + 1 + 2));
            }
            Awaitility.await()
                    .until(() -> memcached.stats().get("curr_connections").equals("0"));
            assertThat(memcached.contents().get("a").orElseThrow().valueAsString())
                    .isEqualTo("old");
            assertThat(memcached.stats()).containsEntry("cmd_set", "0");
        }
    }

    /** me prints 32 bits, and its exptime in the text protocol has no more. */
    @Test
    void metaDebugCutsATimeOfMoreThanSixtyEightYearsTo32Bits() throws IOException {
        byte[] untilTheYear2106 =
                ByteBuffer.allocate(8).putInt(0).putInt(0xffff_ffff).array();
        for (MemcachedVersion version : MemcachedVersion.values()) {
            try (FakeMemcached memcached =
                            FakeMemcached.builder().version(version).start();
                    BinaryConversation binary = new BinaryConversation(memcached.address());
                    TextConversation text = new TextConversation(memcached.address())) {
                memcached.clock().pause();
                binary.say(request(SET, untilTheYear2106, new byte[] {'a'}, new byte[] {'1'}));
                int left =
                        (int) (0xffff_ffffL - Long.parseLong(memcached.stats().get("time")));
                assertThat(text.say("me a\r\n"))
                        .contains("exp=" + (version == MemcachedVersion.V1_6_18 ? -left : left) + " ");
            }
        }
    }

    @Test
    void repliesThatNobodyReadsDoNotPileUp() throws IOException {
        try (FakeMemcached memcached = FakeMemcached.start();
                BinaryConversation client = new BinaryConversation(memcached.address());
                BinaryConversation other = new BinaryConversation(memcached.address())) {
            memcached.contents().put("big", "v".repeat(1_000_000));
            int requests = 1_000;
            for (int sent = 0; sent < requests; sent++) {
                client.send(get("big"));
            }
            assertThat(statuses(other.say(get("nope")))).containsExactly(1);
            assertThat(Long.parseLong(memcached.stats().get("get_hits"))).isLessThan(requests);
        }
    }

    @Test
    void aFlushWithADelayWaitsForTheClock() throws IOException {
        try (FakeMemcached memcached = FakeMemcached.start();
                BinaryConversation client = new BinaryConversation(memcached.address())) {
            memcached.clock().pause();
            byte[] inTenSeconds = {0, 0, 0, 10};
            assertThat(statuses(client.say(join(set("a", "1"), request(FLUSH, inTenSeconds, NONE, NONE)))))
                    .containsExactly(0, 0);
            memcached.clock().advance(Duration.ofSeconds(8));
            assertThat(statuses(client.say(get("a")))).containsExactly(0);
            memcached.clock().advance(Duration.ofSeconds(2));
            assertThat(statuses(client.say(get("a")))).containsExactly(1);
        }
    }

    @Test
    void aFlushThatIsNotAllowedIsAnAuthenticationErrorAndNotCounted() throws IOException {
        try (FakeMemcached memcached =
                        FakeMemcached.builder().flushEnabled(false).start();
                BinaryConversation client = new BinaryConversation(memcached.address())) {
            byte[] replies = client.say(join(request(FLUSH, NONE, NONE, NONE), request(FLUSHQ, NONE, NONE, NONE)));
            assertThat(statuses(replies)).containsExactly(0x20, 0x20);
            assertThat(new String(replies, ISO_8859_1)).endsWith("Auth failure.");
            assertThat(memcached.stats()).containsEntry("cmd_flush", "0");
        }
    }

    @Test
    void withoutCasUniquesNoneIsComparedButByDeleteAndIncrement() throws IOException {
        try (FakeMemcached memcached = FakeMemcached.builder().casEnabled(false).start();
                BinaryConversation client = new BinaryConversation(memcached.address())) {
            assertThat(statuses(client.say(asking(9, set("a", "1"))))).containsExactly(0);
            assertThat(statuses(client.say(asking(9, set("a", "2"))))).containsExactly(0);
            assertThat(statuses(client.say(asking(9, request(0x0e, NONE, bytes("a"), bytes("x"))))))
                    .containsExactly(0);
            assertThat(statuses(client.say(asking(9, request(0x04, NONE, bytes("a"), NONE)))))
                    .containsExactly(2);
            byte[] made = client.say(request(INCREMENT, BY_ONE_FROM_ONE, bytes("n"), NONE));
            assertThat(ByteBuffer.wrap(made).getLong(16)).isZero();
            assertThat(statuses(client.say(asking(9, request(INCREMENT, BY_ONE_FROM_ONE, bytes("n"), NONE)))))
                    .containsExactly(2);
        }
    }

    @Test
    void usedUpMemoryIsToldInTheWordsOfTheCommandAndNotCounted() throws IOException {
        try (FakeMemcached memcached = FakeMemcached.builder()
                        .evictions(false)
                        .memoryLimit(2 << 20)
                        .start();
                BinaryConversation client = new BinaryConversation(memcached.address())) {
            byte[] refusal = NONE;
            for (int stored = 0; refusal.length == 0 && stored < 50_000; stored++) {
                refusal = client.say(request(SETQ, FLAGS_AND_EXPTIME, bytes("key" + stored), NONE));
            }
            assertThat(statuses(refusal)).containsExactly(0x82);
            assertThat(new String(refusal, ISO_8859_1)).endsWith("Out of memory allocating item");
            byte[] created = client.say(request(INCREMENT, BY_ONE_FROM_ONE, bytes("n"), NONE));
            assertThat(statuses(created)).containsExactly(0x82);
            assertThat(new String(created, ISO_8859_1)).endsWith("Out of memory allocating new item");
            assertThat(memcached.stats()).containsEntry("store_no_memory", "0");
        }
    }

    @Test
    void aValueTooLargeIsNotCounted() throws IOException {
        try (FakeMemcached memcached = FakeMemcached.start();
                BinaryConversation client = new BinaryConversation(memcached.address())) {
            byte[] tooLarge = request(SET, FLAGS_AND_EXPTIME, bytes("a"), new byte[1 << 20]);
            assertThat(statuses(client.say(tooLarge))).containsExactly(3);
            assertThat(memcached.stats()).containsEntry("store_too_large", "0").containsEntry("cmd_set", "0");
        }
    }

    @Test
    void anErrorIsSentOnceItsValueIsSwallowedWhateverFollows() throws IOException {
        try (FakeMemcached memcached = FakeMemcached.start();
                BinaryConversation client = new BinaryConversation(memcached.address())) {
            client.send(request(SET, FLAGS_AND_EXPTIME, bytes("a"), new byte[1 << 20]));
            assertThat(statuses(client.sayLast(bytes("no request at all, but as long as a header"))))
                    .containsExactly(3);
        }
    }

    @Test
    void statisticsAreThoseOfTheTextProtocol() throws IOException {
        try (FakeMemcached memcached = FakeMemcached.start();
                BinaryConversation client = new BinaryConversation(memcached.address())) {
            assertThat(keys(client.say(request(STAT, NONE, NONE, NONE))))
                    .startsWith("pid", "uptime")
                    .containsAll(memcached.stats().keySet())
                    .endsWith("lru_bumps_dropped", "");
            assertThat(keys(client.say(request(STAT, NONE, bytes("settingsxyz"), NONE))))
                    .startsWith("maxbytes", "maxconns")
                    .contains("binding_protocol")
                    .endsWith("");
        }
    }

    @Test
    void statisticsOfCommandsAreResetWithoutAWord() throws IOException {
        try (FakeMemcached memcached = FakeMemcached.start();
                BinaryConversation client = new BinaryConversation(memcached.address())) {
            client.say(get("nope"));
            assertThat(memcached.stats()).containsEntry("get_misses", "1");
            assertThat(keys(client.say(request(STAT, NONE, bytes("reset"), NONE))))
                    .containsExactly("");
            assertThat(memcached.stats()).containsEntry("get_misses", "0");
        }
    }

    @Test
    void theVersionIsThatOfTheFake() throws IOException {
        for (MemcachedVersion version : MemcachedVersion.values()) {
            try (FakeMemcached memcached =
                            FakeMemcached.builder().version(version).start();
                    BinaryConversation client = new BinaryConversation(memcached.address())) {
                assertThat(new String(client.say(request(VERSION, NONE, NONE, NONE)), ISO_8859_1))
                        .endsWith(version.number());
            }
        }
    }

    private static byte[] get(String key) {
        return request(GET, NONE, bytes(key), NONE);
    }

    private static byte[] set(String key, String value) {
        return request(SET, FLAGS_AND_EXPTIME, bytes(key), bytes(value));
    }

    private static byte[] asking(long cas, byte[] request) {
        return ByteBuffer.wrap(request).putLong(16, cas).array();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(US_ASCII);
    }

    private static byte[] join(byte[]... requests) {
        ByteBuffer all = ByteBuffer.allocate(
                Arrays.stream(requests).mapToInt(r -> r.length).sum());
        Arrays.stream(requests).forEach(all::put);
        return all.array();
    }

    private static List<Integer> statuses(byte[] replies) {
        List<Integer> statuses = new ArrayList<>();
        for (int at = 0; at < replies.length; at = next(replies, at)) {
            statuses.add((int) ByteBuffer.wrap(replies).getShort(at + 6));
        }
        return statuses;
    }

    private static List<String> keys(byte[] replies) {
        List<String> keys = new ArrayList<>();
        for (int at = 0; at < replies.length; at = next(replies, at)) {
            keys.add(new String(replies, at + HEADER, ByteBuffer.wrap(replies).getShort(at + 2), ISO_8859_1));
        }
        return keys;
    }

    private static int next(byte[] replies, int at) {
        return at + HEADER + ByteBuffer.wrap(replies).getInt(at + 8);
    }
}
