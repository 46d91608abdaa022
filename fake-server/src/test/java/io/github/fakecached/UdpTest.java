package io.github.fakecached;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Datagrams and their answers, as real servers were heard to give them. */
class UdpTest {

    private static final byte[] NOTHING = {};
    private static final byte[] NOOP = request(0x0a, "", NOTHING, "");
    private static final byte[] QUIET_MISS = request(0x09, "nope", NOTHING, "");

    private final FakeMemcached memcached = FakeMemcached.builder().udpPort(0).start();
    private UdpConversation client;

    @BeforeEach
    void connect() throws IOException {
        client = new UdpConversation(memcached.udpAddress());
        memcached.contents().put("a", "1");
    }

    @AfterEach
    void close() {
        client.close();
        memcached.close();
    }

    @Test
    void eachCommandOfADatagramIsAnsweredByItself() throws IOException {
        assertThat(client.say("set a 1 0 3\r\nabc\r\nversion\r\nget a\r\n"))
                .containsExactly("0/1 STORED\r\n", "0/1 VERSION 1.6.45\r\n", "0/1 VALUE a 1 3\r\nabc\r\nEND\r\n");
    }

    @Test
    void eachKeyOfAGetIsAnsweredByItself() throws IOException {
        memcached.contents().put("b", "2");
        assertThat(client.say("get a nope b\r\n"))
                .containsExactly("0/1 VALUE a 0 1\r\n1\r\n", "0/1 VALUE b 0 1\r\n2\r\nEND\r\n");
        assertThat(client.say("get a a\r\n"))
                .containsExactly("0/1 VALUE a 0 1\r\n1\r\n", "0/1 VALUE a 0 1\r\n1\r\nEND\r\n");
        assertThat(client.say("gat 0 a b\r\n"))
                .containsExactly("0/1 VALUE a 0 1\r\n1\r\n", "0/1 VALUE b 0 1\r\n2\r\nEND\r\n");
    }

    @Test
    void aMissingKeyIsABareHeaderOnlyIfNothingCameBefore() throws IOException {
        assertThat(client.say("get nope\r\n")).containsExactly("0/1 END\r\n");
        assertThat(client.say("get a nope\r\n")).containsExactly("0/1 VALUE a 0 1\r\n1\r\n", "0/1 END\r\n");
        assertThat(client.say("get nope nope a\r\n")).containsExactly("0/0 ", "0/1 VALUE a 0 1\r\n1\r\nEND\r\n");
        assertThat(client.say("get nope nope nope\r\n")).containsExactly("0/0 ", "0/1 END\r\n");
        assertThat(client.say("version\r\nget nope a\r\n"))
                .containsExactly("0/1 VERSION 1.6.45\r\n", "0/1 VALUE a 0 1\r\n1\r\nEND\r\n");
    }

    @Test
    void before1640EachCommandIsSentAtOnce() throws IOException {
        try (FakeMemcached older = FakeMemcached.builder()
                        .version(MemcachedVersion.V1_6_18)
                        .udpPort(0)
                        .start();
                UdpConversation other = new UdpConversation(older.udpAddress())) {
            older.contents().put("a", "1");
            assertThat(other.say("version\r\nget nope a\r\n"))
                    .containsExactly("0/1 VERSION 1.6.18\r\n", "0/0 ", "0/1 VALUE a 0 1\r\n1\r\nEND\r\n");
            assertThat(other.say("get a\r\nquit\r\n")).containsExactly("0/1 VALUE a 0 1\r\n1\r\nEND\r\n", "0/0 ");
            assertThat(other.say("get a\r\nset b 0 0 5\r\nab")).containsExactly("0/1 VALUE a 0 1\r\n1\r\nEND\r\n");
        }
    }

    @Test
    void largeRepliesAreInSeveralDatagrams() throws IOException {
        String value = "v".repeat(3_000);
        memcached.contents().put("big", value);
        List<String> replies = client.say("get big a\r\n");
        String whole = "VALUE big 0 3000\r\n" + value + "\r\n";
        assertThat(replies)
                .containsExactly(
                        "0/3 " + whole.substring(0, 1392),
                        "1/3 " + whole.substring(1392, 2784),
                        "2/3 " + whole.substring(2784),
                        "0/1 VALUE a 0 1\r\n1\r\nEND\r\n");
    }

    @Test
    void aReplyThatJustFitsIsOneDatagram() throws IOException {
        int head = "VALUE e 0 1366\r\n\r\nEND\r\n".length();
        memcached.contents().put("e", "v".repeat(1392 - head));
        assertThat(client.say("get e\r\n")).singleElement().asString().startsWith("0/1 ");
        memcached.contents().put("e", "v".repeat(1393 - head));
        assertThat(client.say("get e\r\n")).hasSize(2).last().isEqualTo("1/2 \n");
    }

    @Test
    void noreplyAndQuietMetaCommandsAreNotAnswered() throws IOException {
        assertThat(client.say("set b 0 0 1 noreply\r\n2\r\n")).isEmpty();
        assertThat(memcached.contents().get("b")).isPresent();
        assertThat(client.say("mg nope v q\r\n")).isEmpty();
        assertThat(client.say("mg nope v q\r\nmg a v q\r\nmn\r\n")).containsExactly("0/1 VA 1\r\n1\r\n", "0/1 MN\r\n");
    }

    @Test
    void quitIsABareHeaderUnlessItComesBehindAReply() throws IOException {
        assertThat(client.say("quit\r\n")).containsExactly("0/0 ");
        assertThat(client.say("get a\r\nquit\r\nget a\r\n")).containsExactly("0/1 VALUE a 0 1\r\n1\r\nEND\r\n");
    }

    @Test
    void whatIsNotWholeIsDropped() throws IOException {
        assertThat(client.say("get a")).isEmpty();
        assertThat(client.say("get a\r\nget b")).containsExactly("0/1 VALUE a 0 1\r\n1\r\nEND\r\n");
        assertThat(client.say("set c 0 0 5\r\nab")).isEmpty();
        assertThat(client.say("get a\r\nset c 0 0 5\r\nab")).isEmpty();
        assertThat(client.say("cde\r\nget a\r\n")).containsExactly("0/1 ERROR\r\n", "0/1 VALUE a 0 1\r\n1\r\nEND\r\n");
        assertThat(memcached.contents().get("c")).isEmpty();
    }

    @Test
    void whatClosesAConnectionIsNotAnswered() throws IOException {
        assertThat(client.say("GET / HTTP/1.1\r\n\r\n")).isEmpty();
        assertThat(client.say("x".repeat(2100))).isEmpty();
        assertThat(client.say("get a\r\n")).hasSize(1);
    }

    @Test
    void requestsOfSeveralDatagramsAndThoseTooShortAreDropped() throws IOException {
        byte[] get = "get a\r\n".getBytes(ISO_8859_1);
        assertThat(client.sayRaw(UdpConversation.datagram(0x1234, 0, 2, get))).isEmpty();
        assertThat(client.sayRaw(UdpConversation.datagram(0x1234, 0, 0, get))).isEmpty();
        assertThat(client.sayRaw(UdpConversation.datagram(0x1234, 0, 1, NOTHING)))
                .isEmpty();
        assertThat(client.sayRaw(new byte[3])).isEmpty();
        assertThat(client.sayRaw(NOTHING)).isEmpty();
        assertThat(client.sayRaw(UdpConversation.datagram(0x1234, 5, 1, get))).hasSize(1);
    }

    @Test
    void aLongDatagramIsServed() throws IOException {
        assertThat(client.say("get " + ("x".repeat(200) + " ").repeat(40) + "a\r\n"))
                .containsExactly("0/0 ", "0/1 VALUE a 0 1\r\n1\r\nEND\r\n");
    }

    @Test
    void theBinaryProtocolIsServedToo() throws IOException {
        byte[] set = request(0x01, "k", new byte[8], "vv");
        assertThat(client.say(concat(set, request(0x00, "k", NOTHING, ""))))
                .hasSize(2)
                .allMatch(reply -> reply.startsWith("0/1 \u0081"))
                .last()
                .asString()
                .endsWith("vv");
    }

    @ParameterizedTest
    @ValueSource(ints = {0x11, 0x09, 0x17})
    void aQuietBinaryRequestIsABareHeader(int opcode) throws IOException {
        byte[] request = switch (opcode) {
            case 0x11 -> request(opcode, "k", new byte[8], "vv");
            case 0x09 -> QUIET_MISS;
            default -> request(opcode, "", NOTHING, "");
        };
        assertThat(client.say(request)).containsExactly("0/0 ");
    }

    @Test
    void bareHeadersOfBinaryRequestsAreSentWhereMemcachedSendsThem() throws IOException {
        assertThat(headers(concat(QUIET_MISS, NOOP))).containsExactly("0/0", "0/1");
        assertThat(headers(concat(QUIET_MISS, QUIET_MISS))).containsExactly("0/0");
        assertThat(headers(concat(NOOP, QUIET_MISS, NOOP))).containsExactly("0/1", "0/0", "0/1");
        assertThat(headers(concat(NOOP, request(0x17, "", NOTHING, "")))).containsExactly("0/1", "0/0");
        assertThat(headers(request(0x07, "", NOTHING, ""))).containsExactly("0/1");
    }

    @Test
    void statisticsTellOfUdpAsMemcachedDoes() throws IOException {
        try (TextConversation tcp = new TextConversation(memcached.address())) {
            assertThat(tcp.say("stats settings\r\n"))
                    .contains("STAT udpport " + memcached.udpAddress().getPort() + "\r\n")
                    .contains("STAT num_threads_per_udp 4\r\n");
            assertThat(memcached.stats())
                    .containsEntry("curr_connections", "5")
                    .containsEntry("total_connections", "6")
                    .containsEntry("connection_structures", "6");
        }
    }

    @Test
    void bytesAreCountedWithTheirHeaders() throws IOException {
        client.say("get a\r\n");
        // and the request behind it, mn, by which the test knows that there is no more
        assertThat(memcached.stats())
                .containsEntry("bytes_read", String.valueOf(15 + 12))
                .containsEntry("bytes_written", String.valueOf(29 + 12));
    }

    @Test
    void severalListenersReceiveDatagramsEachAtItsAddress() throws IOException {
        try (FakeMemcached several = FakeMemcached.builder()
                        .udpPort(0)
                        .listeners(Listener.on("127.0.0.1").protocol(BindingProtocol.ASCII), Listener.on("127.0.0.2"))
                        .start();
                TextConversation tcp = new TextConversation(several.address())) {
            assertThat(several.udpAddress().getAddress().getHostAddress()).isEqualTo("127.0.0.1");
            assertThat(tcp.say("stats settings\r\n")).contains("STAT num_threads_per_udp 1\r\n");
            assertThat(several.stats()).containsEntry("curr_connections", "4");
        }
    }

    @Test
    void aRestartKeepsThePort() throws IOException {
        var address = memcached.udpAddress();
        memcached.restart();
        assertThat(memcached.udpAddress()).isEqualTo(address);
        assertThat(client.say("get a\r\n")).containsExactly("0/1 END\r\n");
    }

    @Test
    void withoutUdpThereIsNoAddress() {
        try (FakeMemcached tcpOnly = FakeMemcached.start()) {
            assertThatIllegalStateException().isThrownBy(tcpOnly::udpAddress).withMessageContaining("udpPort");
        }
    }

    @Test
    void signingInAndUdpExcludeEachOther() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        FakeMemcached.builder().saslUser("u", "p").udpPort(0).start())
                .withMessageContaining("Cannot enable UDP while using binary SASL authentication");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        FakeMemcached.builder().textUser("u", "p").udpPort(0).start())
                .withMessageContaining("Cannot use UDP with ascii authentication enabled");
    }

    @Test
    void garbageDoesNotStopTheNode() throws IOException {
        Random random = new Random(42);
        for (int i = 0; i < 300; i++) {
            byte[] garbage = new byte[random.nextInt(2_000)];
            random.nextBytes(garbage);
            if (i % 2 == 0 && garbage.length > 9) {
                System.arraycopy(UdpConversation.datagram(0x1234, 0, 1, NOTHING), 0, garbage, 0, 8);
                garbage[8] = i % 4 == 0 ? (byte) 0x80 : garbage[8];
            } else {
                garbage = UdpConversation.datagram(0x1234, 0, 1, garbage);
            }
            client.sayRaw(garbage);
        }
        assertThat(client.say("get a\r\n")).hasSize(1);
    }

    private List<String> headers(byte[] requests) throws IOException {
        return client.say(requests).stream()
                .map(reply -> reply.substring(0, reply.indexOf(' ')))
                .collect(Collectors.toList());
    }

    private static byte[] request(int opcode, String key, byte[] extras, String value) {
        return BinaryConversation.request(opcode, extras, key.getBytes(ISO_8859_1), value.getBytes(ISO_8859_1));
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Stream.of(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }
}
