package io.github.fakecached.conformance.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RawBinaryTest {

    private static final Duration SHORT = Duration.ofMillis(300);
    private static final String SENTINEL = header('\u0080', 0x0a, 0, 0xfeedfaceL);
    private static final String SENTINEL_REPLY = header('\u0081', 0x0a, 0, 0xfeedfaceL);

    private static String header(char magic, int opcode, int bodyLength, long opaque) {
        return header(magic, opcode, 0, bodyLength, opaque);
    }

    private static String header(char magic, int opcode, int status, int bodyLength, long opaque) {
        return magic
                + BinaryMessage.number(opcode, 1)
                + "\0".repeat(4)
                + BinaryMessage.number(status, 2)
                + BinaryMessage.number(bodyLength, 4)
                + BinaryMessage.number(opaque, 4)
                + "\0".repeat(8);
    }

    private static void greet(InputStream in, OutputStream out) throws IOException {
        StubServer.hear(in, SENTINEL);
        StubServer.say(out, header('\u0081', 0x0b, 6, 0) + "1.6.45" + SENTINEL_REPLY);
    }

    @Test
    void givesBackExactlyWhatWasAnswered() throws Exception {
        var answer = header('\u0081', 0, 3, 7) + "\0\r\n";
        try (var server = new StubServer((in, out) -> {
                    greet(in, out);
                    StubServer.hear(in, SENTINEL);
                    for (char c : (answer + answer + SENTINEL_REPLY).toCharArray()) {
                        StubServer.say(out, String.valueOf(c));
                    }
                });
                var client = RawBinary.connect(server.address())) {
            assertThat(client.ask(header('\u0080', 0, 0, 7))).isEqualTo(Reply.of(answer + answer));
            assertThat(client.version()).isEqualTo("1.6.45");
        }
    }

    @Test
    void doesNotTakeTheEndOfAValueForTheEndOfAReply() throws Exception {
        var answer = header('\u0081', 0, SENTINEL_REPLY.length(), 7) + SENTINEL_REPLY;
        try (var server = new StubServer((in, out) -> {
                    greet(in, out);
                    StubServer.hear(in, SENTINEL);
                    StubServer.say(out, answer);
                    StubServer.hear(in, "next");
                    StubServer.say(out, SENTINEL_REPLY);
                });
                var client = RawBinary.connect(server.address(), SHORT)) {
            assertThatThrownBy(() -> client.ask(header('\u0080', 0, 0, 7)))
                    .isInstanceOf(NoReply.class)
                    .hasMessageContaining("not complete after 300 ms");
        }
    }

    @Test
    void aServerThatKnowsNoNoopEndsItsReplyByRefusingIt() throws Exception {
        var answer = header('\u0081', 0, 3, 7) + "\0\r\n";
        var refusal = header('\u0081', 0x0a, 0x81, 15, 0xfeedfaceL) + "Unknown command";
        try (var server = new StubServer((in, out) -> {
                    StubServer.hear(in, SENTINEL);
                    StubServer.say(out, header('\u0081', 0x0b, 3, 0) + "0.9" + refusal);
                    StubServer.hear(in, SENTINEL);
                    StubServer.say(out, answer + refusal);
                });
                var client = RawBinary.connect(server.address(), SHORT)) {
            assertThat(client.version()).isEqualTo("0.9");
            assertThat(client.ask(header('\u0080', 0, 0, 7))).isEqualTo(Reply.of(answer));
        }
    }

    @Test
    void givesUpWhenAMessageStopsShort() throws Exception {
        try (var server = new StubServer((in, out) -> {
                    greet(in, out);
                    StubServer.hear(in, SENTINEL);
                    StubServer.say(out, header('\u0081', 0, 5, 7) + "ab");
                    StubServer.hear(in, "never comes");
                });
                var client = RawBinary.connect(server.address(), SHORT)) {
            assertThatThrownBy(() -> client.ask(header('\u0080', 0, 0, 7)))
                    .isInstanceOf(NoReply.class)
                    .hasMessageContaining("not complete after 300 ms")
                    .hasMessageEndingWith("ab");
        }
    }

    @Test
    void tellsThatTheServerClosed() throws Exception {
        var answer = header('\u0081', 0x07, 0, 7);
        try (var server = new StubServer((in, out) -> {
                    greet(in, out);
                    StubServer.hear(in, SENTINEL);
                    StubServer.say(out, answer);
                });
                var client = RawBinary.connect(server.address())) {
            assertThat(client.ask(header('\u0080', 0x07, 0, 7))).isEqualTo(new Reply(answer, true));
        }
    }

    @Test
    void sendsEveryByteAsItIs() throws Exception {
        var everyByte = new StringBuilder();
        for (char c = 0; c < 256; c++) {
            everyByte.append(c);
        }
        try (var server = new StubServer((in, out) -> {
                    greet(in, out);
                    var heard = new String(in.readNBytes(256), ISO_8859_1);
                    StubServer.hear(in, SENTINEL);
                    StubServer.say(out, header('\u0081', 0, 256, 0) + heard + SENTINEL_REPLY);
                });
                var client = RawBinary.connect(server.address())) {
            assertThat(client.ask(everyByte.toString()).text()).endsWith(everyByte);
        }
    }

    @Test
    void refusesToTalkToWhatIsNoMemcached() throws Exception {
        try (var server = new StubServer((in, out) -> {
            StubServer.hear(in, SENTINEL);
            StubServer.say(out, "HTTP/1.1 400 Bad Request\r\n\r\n");
        })) {
            assertThatThrownBy(() -> RawBinary.connect(server.address()))
                    .hasMessageStartingWith("this is no memcached: it answers version with HTTP/1.1 400 Bad Request");
        }
    }
}
