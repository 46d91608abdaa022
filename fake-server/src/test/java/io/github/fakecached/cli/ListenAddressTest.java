package io.github.fakecached.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListenAddressTest {

    @ParameterizedTest
    @CsvSource({
        "-l localhost, localhost, 11211",
        "-l 127.0.0.1:4000, 127.0.0.1, 4000",
        "-p 4000 -l 127.0.0.1, 127.0.0.1, 4000",
        "-p 4000 -l 127.0.0.1:0, 127.0.0.1, 0",
        "-l ::1, ::1, 11211",
        "-l [::1], [::1], 11211",
        "-l [::1]:4000, [::1], 4000",
        "-l *, 0.0.0.0, 11211",
        "-l *:4000, 0.0.0.0, 4000",
        "-l 0.0.0.0, 0.0.0.0, 11211",
        "-l localhost -l localhost, localhost, 11211",
        "-l tag[x]:localhost:4000, localhost, 4000",
        "-l proto[negotiating]:localhost:4000, localhost, 4000",
    })
    void listenersAreWrittenAsForMemcached(String line, String host, int port) {
        assertThat(of(line)).isEqualTo(new ListenAddress(host, port));
    }

    @Test
    void withoutListenerItIsTheLoopbackAddress() {
        assertThat(of("-p 4000")).isEqualTo(new ListenAddress(null, 4000));
    }

    @Test
    void minusOneIsAnyFreePortAsInMemcachedAndZeroToo() {
        assertThat(of("-p -1").port()).isZero();
        assertThat(of("-p 0").port()).isZero();
    }

    private static ListenAddress of(String line) {
        return ListenAddress.of(GivenOptions.read(line.split(" ")));
    }
}
