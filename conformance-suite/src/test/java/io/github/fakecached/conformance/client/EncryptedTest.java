package io.github.fakecached.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.Tls;
import io.github.fakecached.conformance.target.ServerCertificate;
import java.net.InetSocketAddress;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What tests of clients over TLS have in common, with servers that serve nobody else. The operations are tested without: once it
 * is encrypted a connection serves the same ones.
 */
@ParameterizedClass
@MethodSource("servers")
abstract class EncryptedTest {

    private static final ServerCertificate CERTIFICATE = ServerCertificate.shared();

    @Parameter
    StartedServer.Source source;

    private StartedServer server;

    static Stream<StartedServer.Source> servers() {
        return Stream.concat(
                StartedServer.fakes(builder -> builder.tls(Tls.withFiles(CERTIFICATE.chain(), CERTIFICATE.key()))),
                Stream.of(StartedServer.process(
                        "-Z", "-o", "ssl_chain_cert=" + CERTIFICATE.chain() + ",ssl_key=" + CERTIFICATE.key())));
    }

    @BeforeEach
    void startServer() throws Exception {
        server = source.opener().open();
    }

    @AfterEach
    void stopServer() {
        if (server != null) {
            server.close();
        }
    }

    /** Connects as this context says, stores the value under a key, fetches it, and hangs up. */
    abstract Object storeAndFetch(InetSocketAddress address, SSLContext context, String value) throws Exception;

    @Test
    void storesAndFetches() throws Exception {
        assertThat(storeAndFetch(server.address(), CERTIFICATE.trusting(), "value"))
                .isEqualTo("value");
    }

    @Test
    void storesAndFetchesWhatTakesManyRecords() throws Exception {
        var large = "v".repeat(1_000_000);
        assertThat(storeAndFetch(server.address(), CERTIFICATE.trusting(), large))
                .isEqualTo(large);
    }
}
