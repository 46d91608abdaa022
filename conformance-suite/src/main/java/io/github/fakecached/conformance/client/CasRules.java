package io.github.fakecached.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.wire.RawText;

/** cas, with uniques of any size. */
final class CasRules {

    @Checks("C-CAS-01")
    @Needs(ClientFeature.CAS)
    void getsTellsTheUnique(Trial trial) {
        trial.memcached().contents().put("k", "value");
        long unique = trial.memcached().contents().get("k").orElseThrow().casUnique();
        assertThat(trial.client().gets("k").result()).hasValue(unique);
        assertThat(trial.client().gets("missing").result()).isEmpty();
    }

    @Checks("C-CAS-02")
    @Needs(ClientFeature.CAS)
    void casTellsWhatCameOfIt(Trial trial) {
        var client = trial.client();
        assertThat(client.cas("k", "none", 77).result()).isEqualTo(CasResult.NOT_FOUND);
        trial.memcached().contents().put("k", "old");
        long unique = trial.memcached().contents().get("k").orElseThrow().casUnique();
        assertThat(client.cas("k", "no", unique + 1).result()).isEqualTo(CasResult.EXISTS);
        assertValue(trial, "old");
        assertThat(client.cas("k", "new", unique).result()).isEqualTo(CasResult.STORED);
        assertValue(trial, "new");
    }

    @Checks("C-CAS-03")
    @Needs(ClientFeature.CAS)
    void uniquesAbove2To32ComeBackAndAreSent(Trial trial) {
        assertRoundTrip(trial, "4294967296");
        assertRoundTrip(trial, "4294967297");
        assertRoundTrip(trial, "9223372036854775807");
    }

    @Checks("C-CAS-04")
    @Needs(ClientFeature.CAS)
    void uniquesAbove2To63ComeBackAndAreSent(Trial trial) {
        assertRoundTrip(trial, "9223372036854775808");
        assertRoundTrip(trial, "18446744073709551614");
    }

    private static void assertRoundTrip(Trial trial, String unique) {
        try (var meta = RawText.connect(trial.memcached().address())) {
            meta.begin("ms k 3 E" + unique + "\r\nold\r\n");
            assertThat(meta.finish().text()).isEqualTo("HD\r\n");
        }
        long casUnique = Long.parseUnsignedLong(unique);
        assertThat(trial.client().gets("k").result()).hasValue(casUnique);
        assertThat(trial.client().cas("k", "new", casUnique).result())
                .as("cas with %s, which the item has", unique)
                .isEqualTo(CasResult.STORED);
        assertValue(trial, "new");
    }

    private static void assertValue(Trial trial, String value) {
        assertThat(trial.memcached().contents().get("k").orElseThrow().valueAsString())
                .as("the value on the server")
                .isEqualTo(value);
    }
}
