package io.github.fakecached.conformance.lockstep;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PassingTimeTest {

    private static void assertForgiven(String expected, String actual) {
        assertThat(PassingTime.evened(expected, actual, 3)).isEqualTo(expected);
    }

    private static void assertTold(String expected, String actual) {
        assertThat(PassingTime.evened(expected, actual, 3)).isNotEqualTo(expected);
    }

    @Test
    void theTimeLeftMayDifferByTwoSeconds() {
        assertForgiven("HD s1 t998 c5\r\n", "HD s1 t1000 c5\r\n");
        assertForgiven("VA 1 t998\r\n1\r\n", "VA 1 t997\r\n1\r\n");
        assertForgiven("ME a exp=-998 la=0 cas=5\r\n", "ME a exp=-999 la=0 cas=5\r\n");
        assertTold("HD s1 t998 c5\r\n", "HD s1 t1001 c5\r\n");
        assertTold("HD t998\r\n", "HD t-1\r\n");
    }

    @Test
    void theTimeLeftOfWhatHasExpiredIsEachServersOwn() {
        assertForgiven("HD t4294967233\r\n", "HD t4294967100\r\n");
        assertTold("HD t4294967233\r\n", "HD t1000\r\n");
    }

    @Test
    void theLastUseMayBeAnyWithinTheConversation() {
        assertForgiven("HD l0\r\n", "HD l5\r\n");
        assertForgiven("ME a exp=-1 la=3 cas=5\r\n", "ME a exp=-1 la=0 cas=5\r\n");
        assertForgiven("HD l8\r\n", "HD l6\r\n");
        assertTold("HD l0\r\n", "HD l6\r\n");
    }

    @Test
    void nothingElseIsForgiven() {
        assertTold("HD s1 c5\r\n", "HD s1 c6\r\n");
        assertTold("HD s1 h0\r\n", "HD s1 h1\r\n");
        assertTold("HD t5 s1\r\n", "HD s1 t5\r\n");
        assertTold("HD t5\r\n", "HD t5 l0\r\n");
        assertTold("HD t5 l0\r\n", "HD t5\r\n");
        assertTold("EN\r\n", "HD t5\r\n");
    }
}
