package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.target.Startup;
import io.github.fakecached.conformance.target.Target;
import io.github.fakecached.conformance.wire.BareConnection;
import io.github.fakecached.conformance.wire.Escapes;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A server that serves TLS. The clients that properties are given speak it. */
@StartedWith(Startup.TLS)
class TlsProperties extends BinaryRules {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    @Property
    @Checks("A-TLS-01")
    void textIsServedOverTls(
            TextClient client, @ForAll("keys") String key, @ForAll("flags") long flags, @ForAll("keys") String value) {
        client.store(key, flags, 0, value);
        client.expectItem(key, flags, value);
        client.expect("HD s" + value.length(), "mg " + key + " s");
    }

    @Example
    @Checks("A-TLS-02")
    void whatTakesManyRecordsIsServed(TextClient client) {
        var value = "v".repeat(LARGEST);
        // Without the usual command behind it, which 1.6.38 and older leave in the same record until more comes.
        var answer = client.connection().ask("set k 0 0 " + LARGEST + "\r\n" + value + "\r\n", TlsProperties::isLine);
        if (!answer.equals("STORED\r\n")) {
            throw new AssertionError("a large value was answered " + Escapes.escape(answer));
        }
        client.expectItem("k", 0, value);
    }

    @Example
    @Checks("A-TLS-03")
    void binaryIsServedAtTheSamePort(BinaryClient client, TextClient text) {
        client.expect(Status.SUCCESS, store(SET, "k", 5, 0, "value"));
        text.expectItem("k", 5, "value");
        client.expect(Status.SUCCESS, "\0\0\0\5value", keyed(GET, "k"));
    }

    @Example
    @Checks("A-TLS-04")
    void whoDoesNotSpeakItIsDisconnected(Target target) {
        for (var bytes : List.of("version\r\n", bare(VERSION).bytes())) {
            try (var connection = BareConnection.connect(target.address(), LIMIT)) {
                connection.send(bytes);
                var answer = connection.receiveToEnd();
                if (!answer.isEmpty()) {
                    throw new AssertionError(
                            Escapes.escape(bytes) + " was answered without TLS " + Escapes.escape(answer));
                }
            }
        }
    }

    @Example
    @Checks("A-TLS-05")
    void settingsTellOfIt(TextClient client) {
        var settings = client.ask("stats settings");
        for (var setting : List.of("ssl_enabled yes", "ssl_verify_mode 0", "ssl_min_version tlsv1.2")) {
            if (!settings.contains("STAT " + setting + "\r\n")) {
                throw new AssertionError("stats settings does not show " + setting);
            }
        }
        if (!settings.matches("(?s).*STAT ssl_chain_cert [^\r]*\\.pem\r\nSTAT ssl_key [^\r]*\\.pem\r\n.*")) {
            throw new AssertionError("stats settings does not show the files");
        }
    }

    @Example
    @Checks("A-TLS-06")
    void certificatesAreReadAnew(TextClient client) {
        client.expect("OK", "refresh_certs");
        client.expectMatch("(?s).*\r\nSTAT time_since_server_cert_refresh [01]\r\n.*", "stats");
    }

    private static boolean isLine(String text) {
        return text.endsWith("\r\n");
    }
}
