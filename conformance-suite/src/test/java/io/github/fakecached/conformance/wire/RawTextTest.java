package io.github.fakecached.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RawTextTest {

    private static final Duration SHORT = Duration.ofMillis(300);
    private static final String SENTINEL_REPLY = "VERSION 1.6.45\r\nERROR\r\nVERSION 1.6.45\r\n";

    private static void greet(InputStream in, OutputStream out) throws IOException {
        StubServer.hear(in, "version\r\n");
        StubServer.say(out, "VERSION 1.6.45\r\n");
    }

    @Test
    void givesBackExactlyWhatWasAnswered() throws Exception {
        try (var server = new StubServer((in, out) -> {
                    greet(in, out);
                    StubServer.hear(in, "done\r\nversion\r\n");
                    for (char c : ("VALUE a 0 2\r\nx\n\r\nEND\r\n" + SENTINEL_REPLY).toCharArray()) {
                        StubServer.say(out, String.valueOf(c));
                    }
                });
                var client = RawText.connect(server.address())) {
            assertThat(client.ask("get a\r\n")).isEqualTo(Reply.of("VALUE a 0 2\r\nx\n\r\nEND\r\n"));
        }
    }

    @Test
    void tellsTheVersionThatWasAskedForFromItsOwn() throws Exception {
        try (var server = new StubServer((in, out) -> {
                    greet(in, out);
                    StubServer.hear(in, "done\r\nversion\r\n");
                    StubServer.say(out, "VERSION 1.6.45\r\nVERSION 1.6.45\r\nERROR\r\n");
                    StubServer.say(out, "VERSION 1.6.45\r\n");
                });
                var client = RawText.connect(server.address())) {
            assertThat(client.ask("version\r\n")).isEqualTo(Reply.of("VERSION 1.6.45\r\n"));
            assertThat(client.version()).isEqualTo("1.6.45");
        }
    }

    @Test
    void givesUpWhenTheReplyStopsShort() throws Exception {
        try (var server = new StubServer((in, out) -> {
                    greet(in, out);
                    StubServer.hear(in, "done\r\nversion\r\n");
                    StubServer.say(out, "VALUE a 0 5\r\nab");
                    StubServer.hear(in, "never comes");
                });
                var client = RawText.connect(server.address(), SHORT)) {
            assertThatThrownBy(() -> client.ask("get a\r\n"))
                    .isInstanceOf(NoReply.class)
                    .hasMessageContaining("not complete after 300 ms")
                    .hasMessageContaining("VALUE a 0 5\\r\\nab");
        }
    }

    @Test
    void givesUpWhenTheServerStopsReading() throws Exception {
        var testIsOver = new CountDownLatch(1);
        try (var server = new StubServer((in, out) -> {
                    greet(in, out);
                    testIsOver.await(30, TimeUnit.SECONDS);
                });
                var client = RawText.connect(server.address(), SHORT)) {
            assertThatThrownBy(() -> client.ask("x".repeat(64 * 1024 * 1024)))
                    .isInstanceOf(NoReply.class)
                    .hasMessageMatching("the server took only \\d+ of \\d+ bytes after 300 ms.*");
            testIsOver.countDown();
        }
    }

    @Test
    void readsOnWhileItWritesALot() throws Exception {
        var chatter = "y".repeat(8 * 1024 * 1024);
        try (var server = new StubServer((in, out) -> {
                    greet(in, out);
                    StubServer.hear(in, "begin");
                    StubServer.say(out, chatter);
                    StubServer.hear(in, "done\r\nversion\r\n");
                    StubServer.say(out, SENTINEL_REPLY);
                });
                var client = RawText.connect(server.address())) {
            assertThat(client.ask("begin" + "x".repeat(8 * 1024 * 1024)).text()).isEqualTo(chatter);
        }
    }

    @Test
    void tellsThatTheServerClosed() throws Exception {
        try (var server = new StubServer((in, out) -> {
                    greet(in, out);
                    StubServer.hear(in, "done\r\nversion\r\n");
                    StubServer.say(out, "bye");
                });
                var client = RawText.connect(server.address())) {
            assertThat(client.ask("quit\r\n")).isEqualTo(new Reply("bye", true));
        }
    }

    @Test
    void refusesToTalkToWhatIsNoMemcached() throws Exception {
        try (var server = new StubServer((in, out) -> {
            StubServer.hear(in, "version\r\n");
            StubServer.say(out, "HTTP/1.1 400 Bad Request\r\n");
        })) {
            assertThatThrownBy(() -> RawText.connect(server.address()))
                    .hasMessage("this is no memcached: it answers version with HTTP/1.1 400 Bad Request\\r\\n");
        }
    }
}
