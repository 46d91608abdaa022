package io.github.fakecached.conformance.client.bundled;

import com.spotify.folsom.MemcacheClientBuilder;
import io.github.fakecached.conformance.client.ClientCapabilities;
import io.github.fakecached.conformance.client.ClientConnector;
import io.github.fakecached.conformance.client.ClientFeature;
import net.rubyeye.xmemcached.command.BinaryCommandFactory;
import net.rubyeye.xmemcached.command.TextCommandFactory;
import net.spy.memcached.ConnectionFactoryBuilder.Protocol;

/** The clients whose results are published, each with a protocol. */
enum BundledClient {
    SPYMEMCACHED_TEXT(
            "spymemcached, text",
            endpoint -> new SpymemcachedUnderTest(Protocol.TEXT, endpoint),
            ClientCapabilities.text()
                    .without(ClientFeature.GET_AND_TOUCH, Reasons.BINARY_ONLY)
                    .without(ClientFeature.SIGN_IN, Reasons.BINARY_ONLY)
                    .without(ClientFeature.TLS, Reasons.NO_SUCH_THING)),
    SPYMEMCACHED_BINARY(
            "spymemcached, binary",
            endpoint -> new SpymemcachedUnderTest(Protocol.BINARY, endpoint),
            ClientCapabilities.binary().without(ClientFeature.TLS, Reasons.NO_SUCH_THING)),
    XMEMCACHED_TEXT(
            "xmemcached, text",
            endpoint -> new XmemcachedUnderTest(new TextCommandFactory(), endpoint),
            ClientCapabilities.text()
                    .without(ClientFeature.GET_AND_TOUCH, Reasons.BINARY_ONLY)
                    .without(ClientFeature.SIGN_IN, Reasons.BINARY_ONLY)
                    .without(ClientFeature.TLS, Reasons.NO_SUCH_THING)),
    XMEMCACHED_BINARY(
            "xmemcached, binary",
            endpoint -> new XmemcachedUnderTest(new BinaryCommandFactory(), endpoint),
            ClientCapabilities.binary().without(ClientFeature.TLS, Reasons.NO_SUCH_THING)),
    FOLSOM_TEXT(
            "folsom, text",
            endpoint -> new FolsomUnderTest(MemcacheClientBuilder::connectAscii, endpoint),
            ClientCapabilities.text()
                    .without(ClientFeature.GET_AND_TOUCH, Reasons.BINARY_ONLY)
                    .withoutRule("C-RETRY-03", Reasons.BY_CHANCE)
                    .withoutRule("C-RETRY-04", Reasons.BY_CHANCE)),
    FOLSOM_BINARY(
            "folsom, binary",
            endpoint -> new FolsomUnderTest(MemcacheClientBuilder::connectBinary, endpoint),
            ClientCapabilities.binary()
                    .withoutRule("C-RETRY-03", Reasons.BY_CHANCE)
                    .withoutRule("C-RETRY-04", Reasons.BY_CHANCE));

    /** Constants of an enum cannot see static fields of their own. */
    private interface Reasons {
        String BINARY_ONLY = "with the binary protocol only";
        String NO_SUCH_THING = "not supported";
        String BY_CHANCE = "sends it again at once, which does something only if it is connected again by then";
    }

    final String title;
    final ClientConnector connector;
    final ClientCapabilities capabilities;

    BundledClient(String title, ClientConnector connector, ClientCapabilities capabilities) {
        this.title = title;
        this.connector = connector;
        this.capabilities = capabilities;
    }
}
