package io.github.fakecached.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.conformance.rule.Checks;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Values and flags come back as they were stored. */
final class ValueRules {

    /** With a key of one byte and flags 0: 48 + 8 + 1 + 1 + 2 bytes of 1 MiB are for other things. */
    private static final int LARGEST = 1024 * 1024 - 60;

    @Checks("C-VALUE-01")
    void anEmptyValueIsNoMiss(Trial trial) {
        assertComesBack(trial, "");
    }

    @Checks("C-VALUE-02")
    void everyByteComesBack(Trial trial) {
        assertComesBack(
                trial, IntStream.range(0, 256).mapToObj(Character::toString).collect(Collectors.joining()));
    }

    @Checks("C-VALUE-03")
    void whatLooksLikeTheProtocolComesBack(Trial trial) {
        for (var value : List.of("\r\n", "END\r\n", "a\r\nEND\r\nVALUE k 0 1\r\nb\r\nEND\r\n", "\n", "\r", "a\r")) {
            assertComesBack(trial, value);
        }
    }

    @Checks("C-VALUE-04")
    void valuesAtTheEdgesOfBuffersComeBack(Trial trial) {
        for (int edge : List.of(1024, 2048, 4096, 8192, 16384, 65536)) {
            for (int size = edge - 40; size <= edge + 1; size++) {
                assertComesBack(trial, "v".repeat(size));
            }
        }
    }

    @Checks("C-VALUE-05")
    void theLargestValueComesBack(Trial trial) {
        assertComesBack(trial, "v".repeat(LARGEST));
    }

    @Checks("C-VALUE-06")
    void aValueThatIsTooLargeIsAFailure(Trial trial) {
        trial.client().set("k", "v".repeat(LARGEST + 1)).assertFailed("the value is too large");
        assertThat(trial.memcached().contents().isEmpty())
                .as("nothing is stored")
                .isTrue();
    }

    @Checks("C-VALUE-07")
    void afterAValueThatIsTooLargeAnswersBelongToTheirRequests(Trial trial) {
        var client = trial.client();
        trial.memcached().contents().put("other", "its own");
        client.set("k", "v".repeat(2 * LARGEST));
        assertThat(trial.eventually(() -> client.get("other"))).contains("its own");
        assertThat(client.get("k").result()).isEmpty();
    }

    @Checks("C-FLAGS-01")
    @Needs(ClientFeature.FLAGS)
    void flagsComeBack(Trial trial) {
        for (long flags : List.of(0L, 1L, 0x7fffL, 0xffffL, 0x7fff_ffffL)) {
            assertFlagsComeBack(trial, flags);
        }
    }

    @Checks("C-FLAGS-02")
    @Needs(ClientFeature.FLAGS)
    void flagsOf32BitsComeBack(Trial trial) {
        assertFlagsComeBack(trial, 0x8000_0000L);
        assertFlagsComeBack(trial, 0xffff_ffffL);
    }

    private static void assertFlagsComeBack(Trial trial, long flags) {
        var client = trial.client();
        assertThat(client.setWithFlags("k", "value", flags).result())
                .as("stored")
                .isTrue();
        assertThat(trial.memcached().contents().get("k").orElseThrow().flags())
                .as("flags as they were sent")
                .isEqualTo(flags);
        assertThat(client.getFlags("k").result()).hasValue(flags);
    }

    private static void assertComesBack(Trial trial, String value) {
        assertThat(trial.client().set("k", value).result()).as("stored").isTrue();
        assertThat(trial.client().get("k").result()).map(Shown::of).contains(Shown.of(value));
        assertThat(trial.client().get("k").result().equals(java.util.Optional.of(value)))
                .as("all bytes are the same")
                .isTrue();
    }
}
