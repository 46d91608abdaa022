package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.target.ServerClock;
import io.github.fakecached.conformance.target.Target;
import io.github.fakecached.conformance.target.TimeTravel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** When items go. Many items share one move of the clock, which a real server takes up to a second for. */
class ExpiryProperties extends TextRules {

    private static final long MONTH = 60L * 60 * 24 * 30;

    /** A store and all that follows it may take this long; an item that should still be there has at least as long. */
    private static final int SLACK = 30;

    @Property
    @TakesTime
    @Checks("T-EXPIRY-01")
    void secondsAreCounted(@ForAll("times") List<Long> times, TextClient client, Target target) {
        long passing = times.get(0);
        store(client, times);
        client.store("never", "v");
        target.advance(Duration.ofSeconds(passing));
        look(client, times, passing);
        client.expectItem("never", 0, "v");
    }

    @Property
    @TakesTime
    @Checks("T-EXPIRY-02")
    void moreThanAMonthIsUnixTime(@ForAll("times") List<Long> times, TextClient client, Target target) {
        long passing = times.get(0);
        long now = new ServerClock(target).now();
        for (int i = 0; i < times.size(); i++) {
            client.store("k" + i, 0, now + times.get(i), "v");
        }
        target.advance(Duration.ofSeconds(passing + 1));
        look(client, times, passing);
    }

    @Property(tries = 20)
    @Checks("T-EXPIRY-03")
    void whatIsPastIsGoneAtOnce(@ForAll("pastTimes") long time, TextClient client) {
        for (var command : List.of("set", "add")) {
            client.expect("STORED", command + " k 0 " + time + " 1", "v");
            client.expectNone("k");
        }
        client.store("k", "v");
        client.expect("STORED", "replace k 0 " + time + " 1", "v");
        client.expectNone("k");
        client.store("k", "v");
        client.expect("STORED", "cas k 0 " + time + " 1 " + client.unique("k"), "v");
        client.expectNone("k");
        client.store("k", "v");
        client.expect("TOUCHED", "touch k " + time);
        client.expectNone("k");
        client.store("k", "v");
        client.expect("VALUE k 0 1\r\nv\r\nEND", "gat " + time + " k");
        client.expectNone("k");
    }

    @Property(tries = 5)
    @Checks("T-EXPIRY-04")
    void anExpiredItemIsAsAMissingOne(@ForAll("pastTimes") long time, TextClient client) {
        client.store("k", 0, time, "5");
        for (var line : List.of("incr k 1", "decr k 1", "touch k 0", "delete k")) {
            client.expect("NOT_FOUND", line);
        }
        for (var line : List.of("get k", "gets k", "gat 0 k", "gats 0 k")) {
            client.expect("END", line);
        }
        for (var line : List.of("replace k 0 0 1", "append k 0 0 1", "prepend k 0 0 1")) {
            client.store("k", 0, time, "5");
            client.expect("NOT_STORED", line, "v");
        }
        client.store("k", 0, time, "5");
        client.expect("NOT_FOUND", "cas k 0 0 1 1", "v");
        client.store("k", 0, time, "5");
        client.expect("STORED", "add k 0 0 1", "v");
        client.expectItem("k", 0, "v");
    }

    @Example
    @Checks("T-EXPIRY-05")
    void someCommandsSetANewTimeAndOthersKeepIt(TextClient client, Target target) {
        for (var key : List.of("touch", "gat", "gats", "set", "replace", "cas", "append", "prepend", "incr", "decr")) {
            client.store(key, 0, 2, "5");
        }
        client.store("shorter", "v");
        client.expect("TOUCHED", "touch touch 1000");
        client.ask("gat 1000 gat");
        client.ask("gats 1000 gats");
        client.store("set", 0, 1000, "5");
        client.expect("STORED", "replace replace 0 1000 1", "5");
        client.expect("STORED", "cas cas 0 1000 1 " + client.unique("cas"), "5");
        client.ask("append append 0 1000 1", "5");
        client.ask("prepend prepend 0 1000 1", "5");
        client.ask("incr incr 1");
        client.ask("decr decr 1");
        client.expect("TOUCHED", "touch shorter 2");
        target.advance(Duration.ofSeconds(2));
        var five = " 0 1\r\n5\r\n";
        client.expect(
                "VALUE touch" + five + "VALUE gat" + five + "VALUE gats" + five + "VALUE set" + five + "VALUE replace"
                        + five + "VALUE cas" + five + "END",
                "get touch gat gats set replace cas append prepend incr decr shorter");
    }

    /** The first one passes; others are gone by then or have some time left. */
    @Provide
    Arbitrary<List<Long>> times() {
        var travel = CurrentRun.get().target().capabilities().timeTravel();
        var all = Arbitraries.of(1L, 2L, 3L, 60L, 3599L, 86_400L, MONTH - 1, MONTH);
        var few = Arbitraries.of(1L, 2L, 3L);
        var time = travel == TimeTravel.WAIT ? few : all;
        return time.flatMap(passing -> Arbitraries.oneOf(
                        Arbitraries.longs().between(1, passing),
                        Arbitraries.longs().between(Math.min(MONTH, passing + SLACK), MONTH))
                .list()
                .ofSize(20)
                .map(others -> {
                    var times = new ArrayList<>(others);
                    times.set(0, passing);
                    return times;
                }));
    }

    @Provide
    Arbitrary<Long> pastTimes() {
        return Arbitraries.of(-1L, -2L, -2_592_000L, -2_147_483_648L, MONTH + 1, MONTH + 2, 1_000_000_000L);
    }

    private static void store(TextClient client, List<Long> times) {
        for (int i = 0; i < times.size(); i++) {
            client.store("k" + i, 0, times.get(i), "v");
        }
    }

    private static void look(TextClient client, List<Long> times, long passed) {
        for (int i = 0; i < times.size(); i++) {
            if (times.get(i) <= passed) {
                client.expectNone("k" + i);
            } else if (times.get(i) >= passed + SLACK) {
                client.expectItem("k" + i, 0, "v");
            }
        }
    }
}
