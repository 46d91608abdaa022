package io.github.fakecached.conformance.lockstep;

import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.fakecached.conformance.OpenTarget;
import io.github.fakecached.conformance.target.Target;
import io.github.fakecached.conformance.target.TargetSource;
import io.github.fakecached.conformance.target.Targets;
import io.github.fakecached.conformance.target.TimeTravel;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What random commands do not reach: time, statistics, lines that end the connection, the largest items. */
class ScriptedLockstepTest {

    /** What depends on when real memcached reclaims what has expired, and does not in this script. */
    private static final List<String> OF_ITEMS = List.of("get_expired", "get_flushed", "curr_items", "bytes");

    @TestFactory
    Stream<DynamicTest> statisticsHaveTheSameNamesInTheSameOrder() {
        return againstContainers((both, real) -> {
            both.loosely("stats");
            both.loosely("stats settings");
            both.run("stats reset");
            both.loosely("stats");
        });
    }

    @TestFactory
    Stream<DynamicTest> countersCountTheSame() {
        // Without the crawler, which may find an expired item before a get does.
        return against(Targets.configured().containers(Lockstep.serverOptions()), (both, real) -> {
            both.run("stats reset");
            both.run("set a 0 0 1", "1");
            both.run("set a 0 0 1 noreply", "1");
            both.run("add a 0 0 1", "2");
            both.run("replace missing 0 0 1", "2");
            both.run("append a 0 0 1", "0");
            both.run("set b 5 -1 3", "old");
            both.run("set c 5 0 3", "bad chunk");
            both.run("set c 5 0 1048576", "x".repeat(1048576));
            both.run("get a b missing a");
            both.run("gets a missing");
            both.run("gat 100 a missing");
            both.run("gats 100 a");
            both.run("touch a 0");
            both.run("touch missing 0");
            both.run("cas a 0 0 1 " + CasMemory.placeholder("a"), "7");
            both.run("cas a 0 0 1 0", "7");
            both.run("cas missing 0 0 1 1", "7");
            both.run("incr a 5");
            both.run("incr missing 5");
            both.run("decr a 5");
            both.run("decr missing 5");
            both.run("set text 0 0 4", "text");
            both.run("incr text 1");
            both.run("delete a");
            both.run("delete a");
            both.run("stats");
            both.compareStats("stats", OF_ITEMS);
            both.run("flush_all");
            both.run("get text");
            both.run("flush_all 1000");
            both.run("flush_all x");
            both.run("stats");
            both.compareStats("stats", OF_ITEMS);
            both.run("stats reset");
            both.run("stats");
            both.compareStats("stats", OF_ITEMS);
        });
    }

    @TestFactory
    Stream<DynamicTest> itemsExpireAlike() {
        return againstContainers((both, real) -> {
            assumeTrue(real.capabilities().timeTravel() == TimeTravel.JUMP, real + " has no clock to be moved");
            var times = List.of(0, 1, 5, 50, 100, 1000, 86_400, 2_591_999, 2_592_000, 2_592_001, -1);
            for (int time : times) {
                both.run("set k" + time + " 0 " + time + " 1", "1");
                both.run("set t" + time + " 0 0 1", "1");
                both.run("touch t" + time + " " + time);
            }
            both.run("set kept 0 100 1", "1");
            for (int jump : List.of(20, 40, 60, 1000, 90_000, 2_592_000)) {
                both.advance(Duration.ofSeconds(jump));
                for (int time : times) {
                    both.run("gets k" + time + " t" + time);
                    both.run("add k" + time + "-" + jump + " 0 " + time + " 1", "2");
                }
                both.run("incr kept 1");
                both.run("append kept 0 0 1", "0");
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> delayedFlushesComeAlike() {
        return againstContainers((both, real) -> {
            assumeTrue(real.capabilities().timeTravel() == TimeTravel.JUMP, real + " has no clock to be moved");
            both.run("set a 0 0 1", "1");
            both.run("flush_all 100");
            both.run("set b 0 0 1", "1");
            both.advance(Duration.ofSeconds(50));
            both.run("get a b");
            both.advance(Duration.ofSeconds(55));
            both.run("get a b");
            both.run("set c 0 0 1", "1");
            both.run("flush_all 1000");
            both.run("flush_all");
            both.run("get c");
            both.run("set c 0 0 1", "1");
            both.advance(Duration.ofSeconds(1100));
            both.run("get c");
        });
    }

    @TestFactory
    Stream<DynamicTest> someLinesEndTheConnection() {
        return againstContainers((both, real) -> {
            both.run("set a 0 0 1", "1");
            both.send("get a\r\nquit\r\n");
            both.send("get a\r\nGET / HTTP/1.1\r\nHost: x\r\n\r\n");
            both.run("get a HTTP/1.1");
            both.run("x".repeat(2000));
            both.run("get " + "x ".repeat(5000) + "a");
            both.run("get a");
        });
    }

    @TestFactory
    Stream<DynamicTest> theLargestItemsAreAlike() {
        return againstContainers((both, real) -> {
            for (int keyLength : List.of(1, 100, 250)) {
                for (int size = 1048576 - 58 - keyLength - 8; size <= 1048576 - 58 - keyLength; size++) {
                    for (var flags : List.of("0", "1")) {
                        both.run("set " + "k".repeat(keyLength) + " " + flags + " 0 " + size, "v".repeat(size));
                    }
                }
            }
            both.run("get k");
        });
    }

    /** As they are run by everyone, with all their threads, since the names of statistics depend on it. */
    private static Stream<DynamicTest> againstContainers(BiConsumer<Both, Target> script) {
        return against(Targets.configured().containers(), script);
    }

    private static Stream<DynamicTest> against(List<TargetSource> containers, BiConsumer<Both, Target> script) {
        return containers.stream()
                .map(source -> dynamicTest(source.name(), () -> {
                    try (var real = OpenTarget.orAbort(source);
                            var fake = Targets.fakeLike(real);
                            var both = new Both(real, fake)) {
                        script.accept(both, real);
                    }
                }));
    }
}
