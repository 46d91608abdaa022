package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.target.Target;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** me, which tells what is known of an item, mn, which does nothing, and how times end. */
class MetaDebugProperties extends TextRules {

    @Example
    @Checks("M-DEBUG-01")
    void debugTellsWhatIsKnown(TextClient client) {
        client.expect("EN", "me k");
        client.store("k", "v");
        var unique = client.unique("k");
        var pattern = "ME k exp=-1 la=\\d cas=" + unique + " fetch=yes cls=1 size=61\r\n";
        if (!client.ask("me k").matches(pattern)) {
            throw new AssertionError("expected " + pattern);
        }
    }

    @Example
    @Checks("M-NOOP-01")
    void noopAnswers(TextClient client) {
        client.expect("MN", "mn");
        client.expect("MN", "mn x y noreply");
    }

    @Example
    @TakesTime
    @Checks("M-EXPIRY-01")
    void timesEnd(TextClient client, Target target) {
        client.expect("HD", "ms stored 1 T2", "v");
        client.expect("HD W", "mg made N2");
        client.expect("HD", "ma counted N2");
        client.expect("HD", "ms kept 1 T1000", "v");
        target.advance(Duration.ofSeconds(2));
        client.expect("EN", "mg stored v");
        client.expect("EN", "mg made v");
        client.expect("EN", "mg counted v");
        client.expect("HD", "mg kept q");
    }

    @Property(tries = 20)
    @Checks("M-DEBUG-02")
    void debugTellsTheTimeLeft(@ForAll @IntRange(min = 10, max = 2_592_000) int time, TextClient client) {
        client.store("k", 0, time, "v");
        var sign = client.version().tellsTimeLeftInDebug() ? "" : "-";
        client.expectMatch("ME k exp=" + sign + "(" + time + "|" + (time - 1) + ") la=\\d .*", "me k");
    }

    @Property(tries = 30)
    @Checks("M-DEBUG-03")
    void debugTellsTheSizeOfTheItem(@ForAll("flags") long flags, @ForAll("values") String value, TextClient client) {
        client.store("key", flags, 0, value);
        int size = 48 + 8 + 4 + (flags == 0 ? 0 : 4) + value.length() + 2;
        client.expectMatch("ME key exp=-1 .* cls=\\d+ size=" + size, "me key");
    }

    @Example
    @Checks("M-DEBUG-04")
    void debugDoesNotCountAsAFetch(TextClient client) {
        client.store("k", "v");
        client.expectMatch("ME k .* fetch=no .*", "me k");
        client.expectMatch("ME k .* fetch=no .*", "me k");
        client.expectItem("k", 0, "v");
        client.expectMatch("ME k .* fetch=yes .*", "me k");
    }

    @Example
    @Checks("M-DEBUG-05")
    void debugTakesAKeyInBase64(TextClient client) {
        client.store("abc", "v");
        // Since 1.6.40 b is looked at only if another word follows.
        client.expectMatch("ME abc exp=-1 .*", "me YWJj b k");
        client.expect("HD", "ms YWJj 1 b", "v");
        client.expectMatch("ME YWJj exp=-1 .*", "me YWJj b k");
        client.expectMatch("ME YWJj exp=-1 .*", "me abc");
    }

    @Example
    @TakesTime
    @Checks("M-DEBUG-06")
    void debugTellsTheTimeSinceTheItemWasStored(TextClient client, Target target) {
        client.store("k", "v");
        client.expectMatch("ME k exp=-1 la=[01] .*", "me k");
        target.advance(Duration.ofSeconds(3));
        client.expectMatch("ME k exp=-1 la=[345] .*", "me k");
    }

    @Example
    @Checks("M-NOOP-02")
    void otherLettersAreNoCommands(TextClient client) {
        for (var line : List.of("mx k", "mb k", "mG k", "MG k", "mgg k", "mnn")) {
            client.expect("ERROR", line);
        }
    }
}
