package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.target.Target;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What each flag of mg that asks for something returns. */
class MetaReturnProperties extends TextRules {

    @Property(tries = 20)
    @Checks("M-GET-15")
    void mgNeedsNoFlag(@ForAll("keys") String key, TextClient client) {
        client.expect("EN", "mg " + key);
        client.store(key, "v");
        client.expect("HD", "mg " + key);
    }

    @Property
    @Checks("M-GET-16")
    void sIsTheLengthOfTheValue(@ForAll("values") String value, TextClient client) {
        client.store("k", 1, 0, value);
        client.expect("HD s" + value.length(), "mg k s");
        client.expect("VA " + value.length() + " s" + value.length() + "\r\n" + value, "mg k s v");
    }

    @Property
    @Checks("M-GET-17")
    void fAreTheFlags(@ForAll("flags") long flags, TextClient client) {
        client.store("k", flags, 0, "v");
        client.expect("HD f" + flags, "mg k f");
    }

    @Property
    @Checks("M-GET-18")
    void cIsTheUniqueThatGetsShows(@ForAll("uniques") String unique, TextClient client) {
        client.store("k", "v");
        client.expect("HD c" + client.unique("k"), "mg k c");
        if (client.version().takesChosenUniques()) {
            client.expect("HD", "ms k 1 E" + unique, "v");
            client.expect("HD c" + client.unique("k"), "mg k c");
        }
    }

    @Property
    @Checks("M-GET-19")
    void tIsTheTimeLeft(@ForAll @IntRange(min = 10, max = 2_592_000) int time, TextClient client) {
        client.store("never", "v");
        client.expect("HD t-1", "mg never t");
        client.store("k", 0, time, "v");
        // The next second may begin between the two commands.
        client.expectOneOf(List.of("HD t" + time, "HD t" + (time - 1)), "mg k t");
    }

    @Example
    @TakesTime
    @Checks("M-GET-20")
    void lIsTheTimeSinceTheItemWasStored(TextClient client, Target target) {
        client.store("k", "v");
        client.expectOneOf(List.of("HD l0", "HD l1"), "mg k l u");
        target.advance(Duration.ofSeconds(3));
        var later = List.of("HD l3", "HD l4", "HD l5");
        client.expectOneOf(later, "mg k l u");
        client.expectOneOf(later, "mg k u l");
    }

    @Property
    @Checks("M-GET-21")
    void keyAndOpaqueComeBackAsTheyWereGiven(
            @ForAll("keys") String key, @ForAll("opaques") String opaque, TextClient client) {
        client.store(key, "v");
        client.expect("HD k" + key + " O" + opaque, "mg " + key + " k O" + opaque);
        client.expect("VA 1 O" + opaque + " k" + key + "\r\nv", "mg " + key + " v O" + opaque + " k");
    }

    @Property(tries = 20)
    @Checks("M-GET-29")
    void aQuietMissReturnsNothing(@ForAll("opaques") String opaque, TextClient client) {
        client.expect("", "mg missing q k O" + opaque);
        client.store("k", "v");
        client.expect("HD kk O" + opaque, "mg k q k O" + opaque);
    }

    @Example
    @Checks("M-GET-30")
    void hTellsOfEveryFetch(TextClient client) {
        for (var fetch : List.of("get k", "gets k", "gat 0 k", "touch k 0", "mg k v", "mg k T0")) {
            client.store("k", "5");
            client.ask(fetch);
            client.expect("HD h1", "mg k h");
        }
        for (var other : List.of("incr k 1", "ma k", "me k", "mg k v u")) {
            client.store("k", "5");
            client.ask(other);
            client.expect("HD h0", "mg k h");
        }
    }
}
