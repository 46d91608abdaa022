package io.github.fakecached.conformance.client;

import static io.github.fakecached.fault.CommandMatcher.withKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.conformance.rule.Checks;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Several keys at once. */
final class MultigetRules {

    @Checks("C-MULTIGET-01")
    @Needs(ClientFeature.MULTIGET)
    void missesAreLeftOut(Trial trial) {
        trial.memcached().contents().put("b", "2");
        trial.memcached().contents().put("d", "4");
        assertThat(trial.client().getAll(List.of("a", "b", "c", "d", "e")).result())
                .containsOnly(Map.entry("b", "2"), Map.entry("d", "4"));
    }

    @Checks("C-MULTIGET-02")
    @Needs(ClientFeature.MULTIGET)
    void nothingIsFoundWhereThereIsNothing(Trial trial) {
        assertThat(trial.client().getAll(List.of("a", "b")).result()).isEmpty();
    }

    @Checks("C-MULTIGET-03")
    @Needs(ClientFeature.MULTIGET)
    void hundredsOfKeysAreFetched(Trial trial) {
        var keys = IntStream.range(0, 500).mapToObj(i -> "key:" + i).toList();
        keys.forEach(key -> trial.memcached().contents().put(key, "value of " + key));
        var found = trial.client().getAll(keys).result();
        assertThat(found)
                .hasSize(500)
                .allSatisfy((key, value) -> assertThat(value).isEqualTo("value of " + key));
    }

    @Checks("C-MULTIGET-04")
    @Needs(ClientFeature.MULTIGET)
    void aKeyThatIsNamedTwiceIsFoundOnce(Trial trial) {
        trial.memcached().contents().put("a", "1");
        trial.memcached().contents().put("b", "2");
        assertThat(trial.client().getAll(List.of("a", "b", "a")).result())
                .containsOnly(Map.entry("a", "1"), Map.entry("b", "2"));
        assertThat(trial.client().get("b").result()).contains("2");
    }

    @Checks("C-MULTIGET-05")
    @Needs(ClientFeature.MULTIGET)
    void valuesThatLookLikeTheProtocolAreTakenApart(Trial trial) {
        trial.memcached().contents().put("a", "\r\nEND\r\n");
        trial.memcached().contents().put("b", "");
        trial.memcached().contents().put("c", "VALUE b 0 1\r\nx\r\n");
        assertThat(trial.client().getAll(List.of("a", "b", "c")).result())
                .containsOnly(
                        Map.entry("a", "\r\nEND\r\n"), Map.entry("b", ""), Map.entry("c", "VALUE b 0 1\r\nx\r\n"));
    }

    @Checks("C-MULTIGET-06")
    @Needs(ClientFeature.MULTIGET)
    void noKeysAreNoItems(Trial trial) {
        trial.memcached().contents().put("k", "value");
        assertThat(trial.client().getAll(List.of()).result()).isEmpty();
        assertThat(trial.client().get("k").result()).contains("value");
    }

    @Checks("C-MULTIGET-07")
    @Needs(ClientFeature.MULTIGET)
    void anErrorForOneKeyIsNoMiss(Trial trial) {
        List.of("a", "b", "c").forEach(key -> trial.memcached().contents().put(key, "value"));
        trial.client().get("a").result();
        trial.memcached().faults().on(withKey("b")).reply("SERVER_ERROR out of memory writing get response");
        trial.client().getAll(List.of("a", "b", "c")).assertFailed("the server answers an error for one of the keys");
    }

    @Checks("C-MULTIGET-08")
    @Needs(ClientFeature.MULTIGET)
    void afterAnErrorForOneKeyAnswersBelongToTheirRequests(Trial trial) {
        List.of("a", "b", "c").forEach(key -> trial.memcached().contents().put(key, "value of " + key));
        var fault =
                trial.memcached().faults().on(withKey("b")).reply("SERVER_ERROR out of memory writing get response");
        trial.client().getAll(List.of("a", "b", "c"));
        fault.remove();
        for (var key : List.of("c", "b", "a")) {
            assertThat(trial.eventually(() -> trial.client().get(key))).contains("value of " + key);
        }
    }
}
