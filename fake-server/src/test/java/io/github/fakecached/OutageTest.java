package io.github.fakecached;

import static io.github.fakecached.OutageEffects.assertReset;
import static io.github.fakecached.OutageEffects.settle;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Pauses and partitions of all transports, together, and at the end. */
@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OutageTest {

    private static final String SET = "set a 0 0 1\r\n1\r\n";
    private static final String STORED = "STORED\r\n";

    @Test
    void tlsGoesOnAfterAPauseAndAPartitionInWhichNothingWasSent() throws Exception {
        try (FakeMemcached memcached =
                        FakeMemcached.builder().tls(Tls.withTestCertificates()).start();
                TlsConversation client = new TlsConversation(memcached.address(), TestCertificates.clientContext())) {
            assertThat(client.say(SET)).isEqualTo(STORED);

            memcached.pause();
            memcached.resume();
            assertThat(client.say(SET)).isEqualTo(STORED);

            memcached.partition();
            memcached.heal();
            assertThat(client.say(SET)).isEqualTo(STORED);

            memcached.partition();
            client.sendUnencrypted("no matter what");
            memcached.heal();
            assertReset(() -> client.say(SET));
        }
    }

    @Test
    void datagramsWaitForAPauseAndAreLostInAPartition() throws IOException {
        try (FakeMemcached memcached = FakeMemcached.builder().udpPort(0).start();
                UdpConversation client = new UdpConversation(memcached.udpAddress())) {
            byte[] set = UdpConversation.datagram(1, 0, 1, SET.getBytes(US_ASCII));

            memcached.partition();
            client.send(set);
            settle(memcached);
            assertThat(memcached.contents().isEmpty()).isTrue();
            memcached.heal();
            assertThat(client.say("get a\r\n")).containsExactly("0/1 END\r\n");

            memcached.pause();
            client.send(set);
            settle(memcached);
            assertThat(memcached.contents().isEmpty()).isTrue();
            memcached.resume();
            Awaitility.await().until(() -> memcached.contents().get("a").isPresent());
        }
    }

    @Test
    void aUnixDomainSocketIsPausedPartitionedAndKilledToo(@TempDir Path folder) throws IOException {
        Path path = folder.resolve("memcached.sock");
        try (FakeMemcached memcached = FakeMemcached.builder().unixSocket(path).start();
                SocketChannel client = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
            memcached.pause();
            client.write(US_ASCII.encode(SET));
            settle(memcached);
            assertThat(memcached.contents().isEmpty()).isTrue();
            memcached.resume();
            assertThat(client.read(ByteBuffer.allocate(99))).isEqualTo(STORED.length());

            memcached.partition();
            client.write(US_ASCII.encode("delete a\r\n"));
            memcached.heal();
            assertThat(client.read(ByteBuffer.allocate(99))).isEqualTo(-1);
            assertThat(memcached.contents().get("a")).isPresent();

            try (SocketChannel another = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
                memcached.kill();
                assertThat(endOf(another)).isTrue();
            }
            memcached.restartKeepingData();
            assertThat(memcached.contents().get("a")).isPresent();
        }
    }

    @Test
    void aPausedFakeThatIsCutOffLosesWhatIsSentToIt() throws IOException {
        try (FakeMemcached memcached = FakeMemcached.start();
                TextConversation waiting = new TextConversation(memcached.address());
                TextConversation losing = new TextConversation(memcached.address())) {
            waiting.say("version\r\n");
            losing.say("version\r\n");

            memcached.pause();
            memcached.partition();
            losing.send(SET);
            TextConversation losingToo = new TextConversation(memcached.address());
            losingToo.send(SET);
            memcached.heal();
            waiting.send("set b 0 0 1\r\n1\r\n");
            settle(memcached);
            assertThat(memcached.isPaused()).isTrue();
            assertThat(memcached.contents().isEmpty()).isTrue();
            memcached.resume();

            assertReset(() -> losing.read(1));
            assertReset(() -> losingToo.read(1));
            losingToo.close();
            assertThat(waiting.readLine()).isEqualTo("STORED\r");
            assertThat(memcached.contents().get("a")).isEmpty();
            assertThat(memcached.contents().get("b")).isPresent();
        }
    }

    @Test
    void resetEndsAPauseAndAPartition() throws IOException {
        try (FakeMemcached memcached = FakeMemcached.start();
                TextConversation client = new TextConversation(memcached.address())) {
            client.say(SET);
            memcached.pause();
            memcached.partition();

            memcached.reset();

            assertThat(memcached.isPaused()).isFalse();
            assertThat(memcached.isPartitioned()).isFalse();
            assertThat(client.say("get a\r\n")).isEqualTo("END\r\n");
        }
    }

    @Test
    void whatWaitedForAPauseToEndIsExecutedBeforeAReset() throws IOException {
        try (FakeMemcached memcached = FakeMemcached.start();
                TextConversation client = new TextConversation(memcached.address())) {
            memcached.pause();
            client.send(SET);

            memcached.reset();

            assertThat(client.readLine()).isEqualTo("STORED\r");
            assertThat(memcached.contents().isEmpty()).isTrue();
        }
    }

    @Test
    void aRestartEndsAPauseAndAPartition() throws IOException {
        try (FakeMemcached memcached = FakeMemcached.start()) {
            memcached.pause();
            memcached.partition();

            memcached.restart();

            assertThat(memcached.isPaused()).isFalse();
            assertThat(memcached.isPartitioned()).isFalse();
            assertThat(say(memcached, SET)).isEqualTo(STORED);
        }
    }

    @Test
    @Timeout(value = 2, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void stoppingAPausedOrPartitionedFakeWaitsForNothing() throws Exception {
        try (FakeMemcached paused =
                        FakeMemcached.builder().tls(Tls.withTestCertificates()).start();
                TlsConversation client = new TlsConversation(paused.address(), TestCertificates.clientContext())) {
            client.say(SET);
            paused.pause();
            paused.stop();
            assertThat(client.isCutOff()).isTrue();
        }
        try (FakeMemcached partitioned =
                        FakeMemcached.builder().tls(Tls.withTestCertificates()).start();
                TlsConversation client = new TlsConversation(partitioned.address(), TestCertificates.clientContext())) {
            client.say(SET);
            partitioned.partition();
            partitioned.stop();
            assertThat(client.isCutOff()).isTrue();
        }
    }

    @Test
    void aStoppedFakeCannotBePausedOrPartitioned() {
        FakeMemcached memcached = FakeMemcached.start();
        memcached.stop();

        assertThatIllegalStateException().isThrownBy(memcached::pause).withMessageContaining("restart() it first");
        assertThatIllegalStateException().isThrownBy(memcached::partition).withMessageContaining("restart() it first");
        assertThatCode(memcached::resume).doesNotThrowAnyException();
        assertThatCode(memcached::heal).doesNotThrowAnyException();
    }

    private static String say(FakeMemcached memcached, String request) throws IOException {
        try (TextConversation client = new TextConversation(memcached.address())) {
            return client.say(request);
        }
    }

    private static boolean endOf(SocketChannel client) {
        try {
            return client.read(ByteBuffer.allocate(1)) < 0;
        } catch (IOException e) {
            return true;
        }
    }
}
