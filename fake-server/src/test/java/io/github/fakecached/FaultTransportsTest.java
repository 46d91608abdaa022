package io.github.fakecached;

import static io.github.fakecached.BinaryConversation.request;
import static io.github.fakecached.fault.CommandMatcher.anyCommand;
import static io.github.fakecached.fault.CommandMatcher.command;
import static io.github.fakecached.fault.CommandMatcher.withKey;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.fault.Gate;
import io.github.fakecached.fault.InstalledFault;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Faults where requests do not just come as commands over TCP: over UDP and Unix sockets, quiet ones, and when signing in. */
@Timeout(30)
class FaultTransportsTest {

    private static final byte[] NOTHING = {};

    @Test
    void overUdpWhoWouldWaitOrLoseTheConnectionLosesTheDatagram() throws IOException {
        try (FakeMemcached memcached = FakeMemcached.builder().udpPort(0).start();
                UdpConversation client = new UdpConversation(memcached.udpAddress())) {
            var sets = memcached.faults().on(command("set")).times(1);
            InstalledFault[] losing = {
                sets.beforeExecute().stall(),
                sets.beforeExecute().close(),
                sets.beforeExecute().dropRequest(),
                sets.afterExecute().delay(Duration.ZERO),
                sets.afterExecute().reset(),
                sets.afterExecute().dropReply(),
                sets.duringReply().gate(),
                sets.duringReply().drip(Duration.ZERO),
                sets.duringReply().truncateAfter(3).thenClose()
            };
            for (InstalledFault fault : losing) {
                assertThat(client.say("set k 0 0 1\r\n1\r\n"))
                        .as(fault.toString())
                        .isEmpty();
                assertThat(fault.hits()).isOne();
            }
            assertThat(client.say("set k 0 0 1\r\n1\r\n")).containsExactly("0/1 STORED\r\n");
        }
    }

    @Test
    void overUdpRepliesAreReplacedAndTruncated() throws IOException {
        try (FakeMemcached memcached = FakeMemcached.builder().udpPort(0).start();
                UdpConversation client = new UdpConversation(memcached.udpAddress())) {
            var gets = memcached.faults().on(command("get")).times(1);
            gets.reply("SERVER_ERROR busy");
            gets.duringReply().garbage("gar".getBytes(US_ASCII));
            gets.duringReply().truncateAfter(2).thenNothing();
            assertThat(client.say("get k\r\n")).containsExactly("0/1 gar");
            assertThat(client.say("get k\r\n")).containsExactly("0/1 EN");
            assertThat(client.say("get k\r\n")).containsExactly("0/1 END\r\n");
        }
    }

    @Test
    void overUdpAnOpenGateLetsPass() throws IOException {
        try (FakeMemcached memcached = FakeMemcached.builder().udpPort(0).start();
                UdpConversation client = new UdpConversation(memcached.udpAddress())) {
            var sets = memcached.faults().on(command("set"));
            Gate before = sets.beforeExecute().gate();
            assertThat(client.say("set k 0 0 1\r\n1\r\n")).isEmpty();
            assertThat(memcached.contents().get("k")).isEmpty();
            before.open();
            sets.afterExecute().gate().open();
            sets.duringReply().gate().open();
            assertThat(client.say("set k 0 0 1\r\n1\r\n")).containsExactly("0/1 STORED\r\n");
        }
    }

    @Test
    void overAUnixSocketAResetIsAClose(@TempDir Path folder) throws IOException {
        Path path = folder.resolve("s");
        try (FakeMemcached memcached = FakeMemcached.builder().unixSocket(path).start();
                SocketChannel client = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
            memcached.faults().on(command("get")).afterExecute().reset();
            client.write(ByteBuffer.wrap("mn\r\nget k\r\n".getBytes(US_ASCII)));
            byte[] all = Channels.newInputStream(client).readAllBytes();
            assertThat(new String(all, ISO_8859_1)).isEqualTo("MN\r\n");
        }
    }

    @Test
    void noreplyMutesAnErrorInTextAndAQuietOpcodeDoesNot() throws IOException {
        try (FakeMemcached memcached = FakeMemcached.start();
                TextConversation text = new TextConversation(memcached.address());
                BinaryConversation binary = new BinaryConversation(memcached.address())) {
            InstalledFault fault = memcached.faults().on(withKey("k")).reply("SERVER_ERROR busy");
            assertThat(text.say("set k 0 0 1 noreply\r\n1\r\n")).isEmpty();
            assertThat(text.say("ms k 1 q\r\n1\r\n")).isEqualTo("SERVER_ERROR busy\r\n");
            byte[] setq = request(0x11, new byte[8], "k".getBytes(US_ASCII), "1".getBytes(US_ASCII));
            assertThat(new String(binary.say(setq), ISO_8859_1)).endsWith("SERVER_ERROR busy");
            assertThat(fault.hits()).isEqualTo(3);
            assertThat(memcached.contents().get("k")).isEmpty();
        }
    }

    @Test
    void aQuietOpcodeMutesASuccessThatItIsTold() throws IOException {
        try (FakeMemcached memcached = FakeMemcached.start();
                BinaryConversation client = new BinaryConversation(memcached.address())) {
            memcached.faults().on(command("set")).reply("STORED");
            byte[] key = {'k'};
            assertThat(client.say(request(0x11, new byte[8], key, key))).isEmpty();
            assertThat(client.say(request(0x01, new byte[8], key, key))).hasSize(24);
            assertThat(memcached.contents().get("k")).isEmpty();
        }
    }

    @Test
    void statusesOfTheBinaryProtocolAreThoseThatMemcachedHasForTheLine() throws IOException {
        String[][] lines = {
            {"ERROR", "0081", "Unknown command"},
            {"CLIENT_ERROR bad command line format", "0004", "Invalid arguments"},
            {"CLIENT_ERROR unauthenticated", "0020", "Auth failure."},
            {"SERVER_ERROR object too large for cache", "0003", "Too large."},
            {"SERVER_ERROR out of memory", "0082", "Out of memory incrementing value"},
            {
                "CLIENT_ERROR cannot increment or decrement non-numeric value",
                "0006",
                "Non-numeric server-side value for incr or decr"
            },
            {"NOT_FOUND", "0001", "Not found"},
            {"EXISTS", "0002", "Data exists for key."},
            {"NOT_STORED", "0005", "Not stored."},
            {"SERVER_ERROR", "0084", "SERVER_ERROR"},
        };
        try (FakeMemcached memcached = FakeMemcached.start();
                BinaryConversation client = new BinaryConversation(memcached.address())) {
            for (String[] line : lines) {
                memcached.faults().clear();
                memcached.faults().on(command("incr")).reply(line[0]);
                byte[] key = {'k'};
                byte[] answer = client.ask(request(0x05, new byte[20], key, NOTHING));
                assertThat("%04x".formatted(ByteBuffer.wrap(answer).getShort(6)))
                        .as(line[0])
                        .isEqualTo(line[1]);
                assertThat(new String(answer, 24, answer.length - 24, US_ASCII)).isEqualTo(line[2]);
                assertThat(ByteBuffer.wrap(answer).getInt(12)).as("opaque").isEqualTo(0x05);
            }
        }
    }

    @Test
    void signingInByTextCanWaitAndWhatFollowsIsServed() throws IOException {
        try (FakeMemcached memcached =
                        FakeMemcached.builder().textUser("user", "secret").start();
                TextConversation client = new TextConversation(memcached.address())) {
            Gate before = memcached
                    .faults()
                    .on(command("set"))
                    .times(1)
                    .beforeExecute()
                    .gate();
            Gate after =
                    memcached.faults().on(anyCommand()).times(1).afterExecute().gate();
            client.send("set x 0 0 11\r\nuser secret\r\nmn\r\n");
            before.awaitArrival();
            before.open();
            after.awaitArrival();
            assertThat(client.hasReply()).isFalse();
            after.open();
            assertThat(client.read(12)).isEqualTo("STORED\r\nMN\r\n");
            assertThat(client.say("get k\r\n")).isEqualTo("END\r\n");
        }
    }

    @Test
    void signingInByTextCanFailEarly() throws IOException {
        try (FakeMemcached memcached =
                        FakeMemcached.builder().textUser("user", "secret").start();
                TextConversation client = new TextConversation(memcached.address())) {
            memcached.faults().on(command("set")).times(1).beforeExecute().replyEarly("SERVER_ERROR busy");
            client.send("set x 0 0 11\r\n");
            assertThat(client.read(19)).isEqualTo("SERVER_ERROR busy\r\n");
            client.send("user secret\r\nset x 0 0 11\r\nuser secret\r\nmn\r\n");
            assertThat(client.read(12)).isEqualTo("STORED\r\nMN\r\n");
        }
    }

    @Test
    void signingInBySaslCanFail() throws IOException {
        try (FakeMemcached memcached =
                        FakeMemcached.builder().saslUser("user", "secret").start();
                BinaryConversation client = new BinaryConversation(memcached.address())) {
            memcached.faults().on(command("sasl_auth")).times(1).reply("CLIENT_ERROR authentication failure");
            byte[] signIn = request(0x21, NOTHING, "PLAIN".getBytes(US_ASCII), "\0user\0secret".getBytes(US_ASCII));
            assertThat(ByteBuffer.wrap(client.ask(signIn)).getShort(6)).isEqualTo((short) 0x20);
            assertThat(ByteBuffer.wrap(client.ask(signIn)).getShort(6)).isZero();
        }
    }

    @Test
    void aRequestThatIsRefusedBeforeItsDataComesCanLoseItsReply() throws IOException {
        try (FakeMemcached memcached = FakeMemcached.start();
                TextConversation client = new TextConversation(memcached.address())) {
            memcached.faults().on(command("set")).times(1).afterExecute().dropReply();
            String tooLarge = "set k 0 0 2000000\r\n" + "x".repeat(2_000_000) + "\r\n";
            assertThat(client.say(tooLarge)).isEmpty();
            assertThat(client.say(tooLarge)).isEqualTo("SERVER_ERROR object too large for cache\r\n");
        }
    }
}
