package io.github.fakecached.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What tests of clients that sign in by SASL have in common. The operations are tested without: a connection that has signed
 * in serves the same ones.
 */
@ParameterizedClass
@MethodSource("servers")
abstract class SaslTest {

    static final String PLAIN = "PLAIN";
    static final String CRAM_MD5 = "CRAM-MD5";

    @Parameter
    StartedServer.Source source;

    private StartedServer server;

    static Stream<StartedServer.Source> servers() {
        return SaslServer.sources();
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

    /** Signs in as the user with this password, stores the value under a key, fetches it, and hangs up. */
    abstract Object storeAndFetch(InetSocketAddress address, String mechanism, String password, String value)
            throws Exception;

    /** What the client throws when it could not sign in. */
    abstract Class<? extends Exception> refusal();

    @Test
    void signsInWithPlain() throws Exception {
        assertSignsIn(PLAIN);
    }

    @Test
    void isRefusedWithAWrongPasswordInPlain() throws Exception {
        assertIsRefused(PLAIN);
    }

    void assertSignsIn(String mechanism) throws Exception {
        assertThat(storeAndFetch(server.address(), mechanism, SaslServer.PASSWORD, mechanism))
                .isEqualTo(mechanism);
    }

    void assertIsRefused(String mechanism) {
        assertThatThrownBy(() -> storeAndFetch(server.address(), mechanism, "wrong", mechanism))
                .isInstanceOf(refusal());
    }
}
