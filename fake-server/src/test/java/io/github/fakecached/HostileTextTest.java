package io.github.fakecached;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketException;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever comes over a text connection ends in replies or a closed connection, the same however it is cut, and no other
 * connection notices.
 */
class HostileTextTest {

    private static final int MUTATIONS = 1_000;
    private static final long SEED = 20_260_701;
    private static final String LOOK = "mg k v t f s\r\n";
    private static final String CLOSED = "(closed)";

    /** One of each command, with all its parts. */
    private static final List<String> REQUESTS = List.of(
            "get k other\r\n",
            "gets k k\r\n",
            "gat 100 k\r\n",
            "gats 0 k\r\n",
            "set k 7 0 2\r\n12\r\n",
            "set k 7 100 2 noreply\r\n12\r\n",
            "add k 1 0 1\r\n3\r\n",
            "replace k 4294967295 0 3\r\nabc\r\n",
            "append k 0 0 1\r\n4\r\n",
            "prepend k 0 0 1\r\n5\r\n",
            "cas k 0 0 1 2\r\n6\r\n",
            "incr k 5\r\n",
            "decr k 18446744073709551615\r\n",
            "touch k 100\r\n",
            "delete k 0\r\n",
            "mg k v s t f c k O1 q\r\n",
            "mg azE= b v N30 E9 T60 R10\r\n",
            "ms k 2 F7 T0 c b O9 MS I C1\r\n78\r\n",
            "md k I T10 x q C2 O3\r\n",
            "ma k N0 J13 D2 T0 MI v t c\r\n",
            "me k\r\n",
            "mn\r\n",
            "version\r\n",
            "verbosity 1\r\n",
            "flush_all 1000\r\n",
            "stats settings\r\n",
            "quit\r\n");

    private final Random random = new Random(SEED);

    @ParameterizedTest
    @EnumSource(MemcachedVersion.class)
    void everyPrefixOfARequestIsAnsweredTheSameHoweverItIsCut(MemcachedVersion version) throws IOException {
        try (FakeMemcached memcached = start(version)) {
            for (String request : REQUESTS) {
                for (int length = 1; length <= request.length(); length++) {
                    assertSameHoweverCut(memcached, request.substring(0, length));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(MemcachedVersion.class)
    void everyMutationOfARequestIsAnsweredTheSameHoweverItIsCut(MemcachedVersion version) throws IOException {
        try (FakeMemcached memcached = start(version);
                TextConversation neighbour = new TextConversation(memcached.address())) {
            for (int round = 0; round < MUTATIONS; round++) {
                assertSameHoweverCut(memcached, mutated(REQUESTS.get(round % REQUESTS.size())));
                if (round % 100 == 0) {
                    assertThat(neighbour.say("mn\r\n")).isEqualTo("MN\r\n");
                }
            }
        }
    }

    @Test
    void whatIsSaidInTheseTestsIsAnswered() throws IOException {
        try (FakeMemcached memcached = start(MemcachedVersion.V1_6_45)) {
            long answered = 0;
            for (String request : REQUESTS) {
                answered += answersTo(memcached, Stream.of(request)).isEmpty() ? 0 : 1;
            }
            assertThat(answered).isGreaterThan(REQUESTS.size() - 5);
        }
    }

    private static FakeMemcached start(MemcachedVersion version) {
        FakeMemcached memcached = FakeMemcached.builder().version(version).start();
        memcached.clock().pause();
        return memcached;
    }

    /** As one packet, as two, and byte by byte. */
    private void assertSameHoweverCut(FakeMemcached memcached, String request) throws IOException {
        int cut = random.nextInt(request.length());
        String whole = answersTo(memcached, Stream.of(request));
        assertThat(answersTo(memcached, Stream.of(request.substring(0, cut), request.substring(cut))))
                .as("%s cut at %d", request, cut)
                .isEqualTo(whole);
        if (request.length() < 20) {
            assertThat(answersTo(memcached, request.chars().mapToObj(c -> String.valueOf((char) c))))
                    .as("%s byte by byte", request)
                    .isEqualTo(whole);
        }
    }

    /** All that is answered to a request on a connection that ends with it, and the item that it leaves. */
    private static String answersTo(FakeMemcached memcached, Stream<String> parts) throws IOException {
        memcached.reset();
        memcached.clock().pause();
        memcached.contents().put("k", "10");
        String answers;
        try (TextConversation client = new TextConversation(memcached.address())) {
            for (String part : parts.filter(part -> !part.isEmpty()).toList()) {
                client.send(part);
            }
            answers = client.finish();
        } catch (SocketException closedWithBytesUnread) {
            answers = CLOSED;
        }
        try (TextConversation client = new TextConversation(memcached.address())) {
            return answers + client.say(LOOK);
        }
    }

    private String mutated(String request) {
        byte[] bytes = request.getBytes(ISO_8859_1);
        int at = random.nextInt(bytes.length);
        int mask = random.nextBoolean() ? random.nextInt(256) : 1 << random.nextInt(8);
        bytes[at] ^= (byte) mask;
        return new String(bytes, ISO_8859_1);
    }
}
