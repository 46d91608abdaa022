package io.github.fakecached.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GivenOptionsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-p 123",
                "-p123",
                "--port 123",
                "--port=123",
                "--por=123",
                "-p 1 -p 123",
                "-Mvvp 123",
                "-Mvvp123"
            })
    void aValueMayBeGivenInEveryWayOfGetopt(String line) {
        assertThat(read(line).last(MemcachedOption.PORT)).contains("123");
    }

    @Test
    void shortOptionsMayBeGivenTogether() {
        GivenOptions given = read("-MCFvvv");
        assertThat(given.names())
                .containsExactlyInAnyOrder(
                        MemcachedOption.DISABLE_EVICTIONS,
                        MemcachedOption.DISABLE_CAS,
                        MemcachedOption.DISABLE_FLUSH_ALL,
                        MemcachedOption.VERBOSE);
    }

    @Test
    void aValueMayBeginWithADashOrBeAnOptionsName() {
        assertThat(read("-c -1").number(MemcachedOption.CONN_LIMIT, 0)).isEqualTo(-1);
        assertThat(read("-u -v").last(MemcachedOption.USER)).contains("-v");
    }

    @Test
    void aValueMayHoldEqualsSignsCommasAtSignsAndQuotes() {
        assertThat(read("-o a=1,b").all(MemcachedOption.EXTENDED)).containsExactly("a=1,b");
        assertThat(read("-u @x").last(MemcachedOption.USER)).contains("@x");
        assertThat(read("-u \"x\"").last(MemcachedOption.USER)).contains("\"x\"");
    }

    @Test
    void allValuesOfARepeatedOptionAreKept() {
        assertThat(read("-l a -l b").all(MemcachedOption.LISTEN)).containsExactly("a", "b");
    }

    @Test
    void whatIsNotGivenHasNoValue() {
        GivenOptions given = read("-v");
        assertThat(given.has(MemcachedOption.PORT)).isFalse();
        assertThat(given.last(MemcachedOption.PORT)).isEmpty();
        assertThat(given.number(MemcachedOption.PORT, 7)).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Q", "--foo", "-p", "--port", "-vp", "stray", "-v stray", "--mem 64"})
    void whatIsNoOptionAndAnOptionWithoutItsValueAreRefused(String line) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> read(line))
                .withMessageEndingWith("(-h lists the options)");
    }

    private static GivenOptions read(String line) {
        return GivenOptions.read(line.split(" "));
    }
}
