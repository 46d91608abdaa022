package io.github.fakecached;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

/** Several addresses, each with its own protocol and encryption, lead to the same items. */
class SeveralListenersTest {

    @Test
    void allListenersServeTheSameItems() throws IOException {
        try (FakeMemcached memcached = twoListeners();
                TextConversation first =
                        new TextConversation(memcached.addresses().get(0));
                TextConversation second =
                        new TextConversation(memcached.addresses().get(1))) {
            first.say("set a 0 0 1\r\n1\r\n");
            assertThat(second.say("get a\r\n")).isEqualTo("VALUE a 0 1\r\n1\r\nEND\r\n");
            assertThat(memcached.address()).isEqualTo(memcached.addresses().get(0));
        }
    }

    @Test
    void statisticsCountEachListenerAsMemcachedDoes() throws IOException {
        try (FakeMemcached memcached = twoListeners();
                TextConversation client = new TextConversation(memcached.address())) {
            assertThat(client.say("stats settings\r\n"))
                    .contains("STAT inter 127.0.0.1:0,proto[ascii]:127.0.0.2\r\n")
                    .contains("STAT tcpport " + memcached.port() + "\r\n");
            assertThat(memcached.stats())
                    .containsEntry("curr_connections", "2")
                    .containsEntry("total_connections", "3")
                    .containsEntry("connection_structures", "3");
            memcached.reset();
            assertThat(memcached.stats()).containsEntry("total_connections", "2");
        }
    }

    @Test
    void aListenerSpeaksItsOwnProtocol() throws IOException {
        try (FakeMemcached memcached = FakeMemcached.builder()
                        .listeners(
                                Listener.on("127.0.0.1").protocol(BindingProtocol.ASCII),
                                Listener.on("127.0.0.1").protocol(BindingProtocol.BINARY),
                                Listener.on("127.0.0.1"))
                        .start();
                TextConversation text =
                        new TextConversation(memcached.addresses().get(0));
                BinaryConversation binary =
                        new BinaryConversation(memcached.addresses().get(1));
                TextConversation refused =
                        new TextConversation(memcached.addresses().get(1));
                BinaryConversation any =
                        new BinaryConversation(memcached.addresses().get(2))) {
            assertThat(text.say("get nope\r\n")).isEqualTo("END\r\n");
            assertThat(binary.say(new byte[0])).isEmpty();
            assertThat(any.say(new byte[0])).isEmpty();
            assertThat(refused.sayLast("get nope nope nope nope nope\r\n")).isEmpty();
        }
    }

    @Test
    void aListenerHasItsOwnEncryption() throws IOException {
        SSLContext without = TestCertificates.clientContext();
        try (FakeMemcached memcached = FakeMemcached.builder()
                .tls(Tls.withTestCertificates().verifyMode(VerifyMode.REQUIRE))
                .listeners(
                        Listener.on("127.0.0.1"),
                        Listener.on("127.0.0.1").encryption(ListenerEncryption.NONE),
                        Listener.on("127.0.0.1").encryption(ListenerEncryption.WITHOUT_CLIENT_CERTIFICATE))
                .start()) {
            List<InetSocketAddress> at = memcached.addresses();
            assertThatThrownBy(() -> sayByTls(at.get(0), without)).isInstanceOf(IOException.class);
            assertThat(sayByTls(at.get(2), without)).isEqualTo("END\r\n");
            try (TextConversation plain = new TextConversation(at.get(1))) {
                assertThat(plain.say("get nope\r\n")).isEqualTo("END\r\n");
            }
        }
    }

    @Test
    void aListenerMayWantCertificatesWhereTheOthersDoNot() throws IOException {
        try (FakeMemcached memcached = FakeMemcached.builder()
                .tls(Tls.withTestCertificates())
                .listeners(Listener.on("127.0.0.1").encryption(ListenerEncryption.WITH_CLIENT_CERTIFICATE))
                .start()) {
            InetSocketAddress address = memcached.address();
            assertThatThrownBy(() -> sayByTls(address, TestCertificates.clientContext()))
                    .isInstanceOf(IOException.class);
            assertThat(sayByTls(address, TestCertificates.clientContextWithCertificate()))
                    .isEqualTo("END\r\n");
        }
    }

    @Test
    void encryptionOfAListenerNeedsTls() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FakeMemcached.builder()
                        .listeners(Listener.on("127.0.0.1").encryption(ListenerEncryption.NONE))
                        .start())
                .withMessageContaining("notls:127.0.0.1 is valid only when SSL is enabled");
    }

    @Test
    void aBinaryListenerNeedsNoTextUsers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FakeMemcached.builder()
                        .textUser("u", "p")
                        .listeners(Listener.on("127.0.0.1").protocol(BindingProtocol.BINARY))
                        .start())
                .withMessageContaining("Cannot use binary protocol when ascii authentication enabled");
    }

    @Test
    void allPortsAreClosedAndComeBack() throws IOException {
        try (FakeMemcached memcached = twoListeners()) {
            List<InetSocketAddress> addresses = memcached.addresses();
            memcached.stop();
            assertThat(addresses)
                    .allSatisfy(address -> assertThatThrownBy(() -> new TextConversation(address))
                            .isInstanceOf(ConnectException.class));
            memcached.restart();
            assertThat(memcached.addresses()).isEqualTo(addresses);
            try (TextConversation second = new TextConversation(addresses.get(1))) {
                assertThat(second.say("get nope\r\n")).isEqualTo("END\r\n");
            }
        }
    }

    @Test
    void whereOnePortIsTakenNoneIsListenedOn() {
        try (FakeMemcached other = FakeMemcached.start();
                FakeMemcached free = FakeMemcached.start()) {
            int port = free.port();
            free.close();
            FakeMemcachedBuilder builder = FakeMemcached.builder()
                    .listeners(Listener.on("127.0.0.1", port), Listener.on("127.0.0.1", other.port()));
            assertThatIllegalStateException()
                    .isThrownBy(builder::start)
                    .withMessageContaining("cannot listen on 127.0.0.1:" + other.port());
            assertThatThrownBy(() -> new TextConversation(new InetSocketAddress("127.0.0.1", port)))
                    .isInstanceOf(ConnectException.class);
        }
    }

    private static FakeMemcached twoListeners() {
        return FakeMemcached.builder()
                .listeners(Listener.on("127.0.0.1", 0), Listener.on("127.0.0.2").protocol(BindingProtocol.ASCII))
                .start();
    }

    private static String sayByTls(InetSocketAddress address, SSLContext context) throws IOException {
        try (TlsConversation client = new TlsConversation(address, context)) {
            return client.say("get nope\r\n");
        }
    }
}
