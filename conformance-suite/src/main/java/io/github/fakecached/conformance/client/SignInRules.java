package io.github.fakecached.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.FakeMemcached;
import io.github.fakecached.TestCertificates;
import io.github.fakecached.Tls;
import io.github.fakecached.conformance.rule.Checks;
import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;

/** Users, and certificates. */
final class SignInRules {

    private static final String USER = "alice";
    private static final String PASSWORD = "s3cret";

    @Checks("C-SIGNIN-01")
    @Needs(ClientFeature.SIGN_IN)
    void theRightPasswordLetsIn(Trial trial) {
        startWithUser(trial);
        assertServed(
                trial,
                trial.connect(trial.endpoint(USER, PASSWORD, Trial.PATIENCE)).result());
    }

    @Checks("C-SIGNIN-02")
    @Needs(ClientFeature.SIGN_IN)
    void aWrongPasswordIsAFailure(Trial trial) {
        var memcached = startWithUser(trial);
        memcached.contents().put("k", "value");
        var connected = trial.connect(trial.endpoint(USER, "wrong", Trial.PATIENCE.dividedBy(5)));
        if (!connected.failed()) {
            connected.result().get("k").assertFailed("the password is wrong");
            connected.result().set("k", "new").assertFailed("the password is wrong");
        }
        assertThat(memcached.contents().get("k").orElseThrow().valueAsString()).isEqualTo("value");
    }

    @Checks("C-SIGNIN-03")
    @Needs({ClientFeature.SIGN_IN, ClientFeature.RECONNECT})
    void aNewConnectionSignsInAgain(Trial trial) {
        var memcached = startWithUser(trial);
        var client =
                trial.connect(trial.endpoint(USER, PASSWORD, Trial.PATIENCE)).result();
        assertServed(trial, client);
        memcached.restart();
        memcached.contents().put("k", "new");
        assertThat(trial.eventually(() -> client.get("k"))).contains("new");
    }

    @Checks("C-TLS-01")
    @Needs(ClientFeature.TLS)
    void anEncryptedServerIsServedBy(Trial trial) {
        trial.start(settings -> settings.tls(Tls.withTestCertificates()));
        var client =
                trial.connect(trial.endpoint(TestCertificates.clientContext())).result();
        assertServed(trial, client);
        String large = "v".repeat(500_000);
        assertThat(client.set("k", large).result()).isTrue();
        assertThat(client.get("k").result().map(String::length)).contains(large.length());
    }

    @Checks("C-TLS-02")
    @Needs(ClientFeature.TLS)
    void aServerThatIsNotTrustedIsAFailure(Trial trial) throws NoSuchAlgorithmException {
        var memcached = trial.start(settings -> settings.tls(Tls.withTestCertificates()));
        var connected = trial.connect(trial.endpoint(SSLContext.getDefault()));
        if (!connected.failed()) {
            connected.result().set("k", "value").assertFailed("the server is not trusted");
        }
        assertThat(memcached.contents().isEmpty()).isTrue();
    }

    private static FakeMemcached startWithUser(Trial trial) {
        return trial.start(
                settings -> trial.isBinary() ? settings.saslUser(USER, PASSWORD) : settings.textUser(USER, PASSWORD));
    }

    private static void assertServed(Trial trial, Subject client) {
        assertThat(trial.eventually(() -> client.set("k", "value"))).isTrue();
        assertThat(client.get("k").result()).contains("value");
    }
}
