package io.github.fakecached.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.spotify.folsom.AsciiMemcacheClient;
import com.spotify.folsom.BinaryMemcacheClient;
import com.spotify.folsom.MemcacheClient;
import com.spotify.folsom.MemcacheClientBuilder;
import io.github.fakecached.BindingProtocol;
import io.github.fakecached.FakeMemcached;
import io.github.fakecached.FakeMemcachedBuilder;
import io.github.fakecached.Tls;
import io.github.fakecached.protocol.Dialect;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import net.spy.memcached.MemcachedClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Clients of each library speak what the fake of their test class speaks, as far as the library can. */
class BuiltInClientsTest {

    private static final String VALUE = "value";

    private static Consumer<FakeMemcachedBuilder> settings;
    private static boolean binarySeen;

    private static MemcachedExtension extension() {
        return MemcachedExtension.builder().server(settings).build();
    }

    @BeforeEach
    @AfterEach
    void forget() {
        settings = server -> {};
    }

    @Test
    void clientsSpeakTextWhereTheyMayChoose() {
        assertServed(false, SpymemcachedTestCases.class, XmemcachedTestCases.class, FolsomTestCases.class);
        assertServed(false, FolsomTextTestCases.class);
        assertServed(true, FolsomBinaryTestCases.class);
    }

    @Test
    void clientsSpeakTextWhereNothingElseIsServed() {
        settings = server -> server.bindingProtocol(BindingProtocol.ASCII);
        assertServed(false, SpymemcachedTestCases.class, XmemcachedTestCases.class, FolsomTestCases.class);
    }

    @Test
    void clientsSpeakBinaryWhereNothingElseIsServed() {
        settings = server -> server.bindingProtocol(BindingProtocol.BINARY);
        assertServed(true, SpymemcachedTestCases.class, XmemcachedTestCases.class, FolsomTestCases.class);
    }

    @Test
    void clientsSignInBySasl() {
        settings = server -> server.saslUser("anne", "secret");
        assertServed(true, SpymemcachedTestCases.class, XmemcachedTestCases.class, FolsomTestCases.class);
        assertServed(true, FolsomBinaryTestCases.class);
    }

    @Test
    void clientsThatKnowMoreThanAsciiSignInWithIt() {
        settings = server -> server.saslUser("jürgen", "gehëim");
        assertServed(true, SpymemcachedTestCases.class, XmemcachedTestCases.class);
    }

    @Test
    void clientsThatCanSignInByText() {
        settings = server -> server.textUser("anne", "secret");
        assertServed(false, FolsomTestCases.class, FolsomTextTestCases.class);
        assertRefused("cannot sign in by the text protocol", SpymemcachedTestCases.class, XmemcachedTestCases.class);
    }

    @Test
    void clientsThatCanSpeakTls() {
        settings = server -> server.tls(Tls.withTestCertificates());
        assertServed(false, FolsomTestCases.class, FolsomTextTestCases.class);
        assertServed(true, FolsomBinaryTestCases.class);
        assertRefused("does not speak TLS", SpymemcachedTestCases.class, XmemcachedTestCases.class);
    }

    @Test
    void clientsSpeakTlsAndSignInAtOnce() {
        settings = server -> server.tls(Tls.withTestCertificates()).saslUser("anne", "secret");
        assertServed(true, FolsomTestCases.class);
    }

    @Test
    void aTypeOfFolsomsThatSpeaksWhatIsNotServedIsRefused() {
        settings = server -> server.bindingProtocol(BindingProtocol.BINARY);
        assertRefused("the fake serves BINARY only", FolsomTextTestCases.class);
        settings = server -> server.bindingProtocol(BindingProtocol.ASCII);
        assertRefused("the fake serves ASCII only", FolsomBinaryTestCases.class);
    }

    @Test
    void brokenClientsAreReplaced() {
        for (Class<?> testCases : List.of(XmemcachedRestartTestCases.class, FolsomRestartTestCases.class)) {
            JupiterRun.of(testCases).passes(3);
        }
    }

    @Test
    void anotherFactoryTakesThePlaceOfABuiltInOne() {
        JupiterRun.of(FolsomBytesTestCases.class).passes(2);
    }

    private static void assertServed(boolean binary, Class<?>... testCases) {
        for (Class<?> one : testCases) {
            JupiterRun.of(one).passes(2);

            assertThat(binarySeen).as(one.getSimpleName() + " speaks binary").isEqualTo(binary);
        }
    }

    private static void assertRefused(String reason, Class<?>... testCases) {
        for (Class<?> one : testCases) {
            assertThat(JupiterRun.of(one).failures())
                    .hasSize(2)
                    .allSatisfy(failure -> assertThat(failure).hasMessageContainingAll("could not create a ", reason));
        }
    }

    /** What a client has stored must be there, and have come in the right protocol. */
    private static void seen(FakeMemcached memcached) {
        assertThat(memcached.contents().get("k").orElseThrow().valueAsString()).isEqualTo(VALUE);
        binarySeen =
                memcached.journal().exchanges().stream().anyMatch(exchange -> exchange.dialect() == Dialect.BINARY);
    }

    static class SpymemcachedTestCases {
        @RegisterExtension
        final MemcachedExtension extension = extension();

        @RepeatedTest(2)
        void test(FakeMemcached memcached, MemcachedClient client) throws Exception {
            assertThat(client.add("k", 0, VALUE).get()).isTrue();
            seen(memcached);
        }
    }

    static class XmemcachedTestCases {
        @RegisterExtension
        final MemcachedExtension extension = extension();

        @RepeatedTest(2)
        void test(FakeMemcached memcached, net.rubyeye.xmemcached.MemcachedClient client) throws Exception {
            assertThat(client.add("k", 0, VALUE)).isTrue();
            seen(memcached);
        }
    }

    static class FolsomTestCases {
        @RegisterExtension
        final MemcachedExtension extension = extension();

        @RepeatedTest(2)
        void test(FakeMemcached memcached, MemcacheClient<String> client) throws Exception {
            addByFolsom(client);
            seen(memcached);
        }
    }

    static class FolsomTextTestCases {
        @RegisterExtension
        final MemcachedExtension extension = extension();

        @RepeatedTest(2)
        void test(FakeMemcached memcached, AsciiMemcacheClient<String> client) throws Exception {
            addByFolsom(client);
            seen(memcached);
        }
    }

    static class FolsomBinaryTestCases {
        @RegisterExtension
        final MemcachedExtension extension = extension();

        @RepeatedTest(2)
        void test(FakeMemcached memcached, BinaryMemcacheClient<String> client) throws Exception {
            addByFolsom(client);
            seen(memcached);
        }
    }

    @MemcachedTest
    static class XmemcachedRestartTestCases {
        @RepeatedTest(3)
        void test(FakeMemcached memcached, net.rubyeye.xmemcached.MemcachedClient client) throws Exception {
            assertThat(client.add("k", 0, VALUE)).isTrue();
            memcached.restart();
        }
    }

    @MemcachedTest
    static class FolsomRestartTestCases {
        @RepeatedTest(3)
        void test(FakeMemcached memcached, MemcacheClient<String> client) throws Exception {
            addByFolsom(client);
            memcached.restart();
        }
    }

    /** The example in the documentation of ClientFactory. */
    public static final class FolsomBytesFactory implements ClientFactory<AsciiMemcacheClient<byte[]>> {
        @Override
        public Class<?> clientType() {
            return AsciiMemcacheClient.class;
        }

        @Override
        public AsciiMemcacheClient<byte[]> create(List<InetSocketAddress> servers) throws Exception {
            InetSocketAddress server = servers.get(0);
            var client = MemcacheClientBuilder.newByteArrayClient()
                    .withAddress(server.getHostString(), server.getPort())
                    .connectAscii();
            client.awaitConnected(5, TimeUnit.SECONDS);
            return client;
        }

        @Override
        public boolean isUsable(AsciiMemcacheClient<byte[]> client) {
            return client.isConnected();
        }

        @Override
        public void close(AsciiMemcacheClient<byte[]> client) {
            client.shutdown();
        }
    }

    static class FolsomBytesTestCases {
        @RegisterExtension
        static final MemcachedExtension EXTENSION = MemcachedExtension.builder()
                .clientFactory(new FolsomBytesFactory())
                .build();

        @RepeatedTest(2)
        void test(FakeMemcached memcached, AsciiMemcacheClient<byte[]> client) throws Exception {
            client.set("k", new byte[3], 0).toCompletableFuture().get(5, TimeUnit.SECONDS);
            assertThat(memcached.contents().get("k").orElseThrow().value()).hasSize(3);
        }
    }

    private static void addByFolsom(MemcacheClient<String> client) throws Exception {
        assertThat(client.add("k", VALUE, 0).toCompletableFuture().get(5, TimeUnit.SECONDS))
                .hasToString("OK");
    }
}
