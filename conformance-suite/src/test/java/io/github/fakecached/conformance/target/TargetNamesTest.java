package io.github.fakecached.conformance.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the names of targets mean. */
class TargetNamesTest {

    @ParameterizedTest
    @CsvSource({
        "fake, fake 1.6.45, fake",
        "fake:1.6.18, fake 1.6.18, fake",
        "container:1.6.18, container memcached:1.6.18, container",
        "container:1.6.18-alpine, container memcached:1.6.18-alpine, container",
        "container:registry:5000/some/image:2.0, container registry:5000/some/image:2.0, container",
        "program, program memcached, process",
        "program:/opt/memcached, program /opt/memcached, process",
        "localhost:11211, localhost:11211, address",
        "[::1]:11211, [::1]:11211, address",
        "fakes:11211, fakes:11211, address"
    })
    void aNameMeansATarget(String given, String name, String kind) {
        var source = TargetNames.named(given);
        assertThat(source.name()).isEqualTo(name);
        assertThat(source.kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "localhost", "localhost:", "localhost:99999", "localhost:x", "container", "a:b:c", ":1"})
    void whatNamesNoTargetIsRefusedWithWhatWould(String given) {
        assertThatThrownBy(() -> TargetNames.named(given))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a target is HOST:PORT, fake,")
                .hasMessageEndingWith("and not " + given);
    }

    @Test
    void aVersionThatTheFakeDoesNotSpeakIsRefused() {
        assertThatThrownBy(() -> TargetNames.named("fake:1.5.0"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("it speaks 1.6.18 and 1.6.45");
    }

    @Test
    void whereNobodyListensTheTargetIsAbsent() {
        assertThatThrownBy(() -> TargetNames.named("127.0.0.1:1").open())
                .isInstanceOf(TargetAbsent.class)
                .hasMessageContaining("127.0.0.1:1")
                .hasMessageContaining("cannot connect");
    }

    @Test
    void aHostWithoutAnAddressIsAbsent() {
        assertThatThrownBy(() -> TargetNames.named("no-such-host.invalid:11211").open())
                .isInstanceOf(TargetAbsent.class)
                .hasMessage("no host has the name no-such-host.invalid");
    }
}
