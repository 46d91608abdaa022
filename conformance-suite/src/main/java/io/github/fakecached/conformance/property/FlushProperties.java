package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.target.Target;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;

/** flush_all, at once and later. */
class FlushProperties extends TextRules {

    private static final int DELAY = 3;

    @Property
    @Checks("T-FLUSH-01")
    void whatWasStoredBeforeGoesAndWhatIsStoredAfterStays(
            @ForAll @Size(max = 5) @UniqueElements List<@From("keys") String> keys, TextClient client) {
        for (var flush : List.of("flush_all", "flush_all 0", "flush_all -1")) {
            keys.forEach(key -> client.store(key, "old"));
            client.expect("OK", flush);
            keys.forEach(client::expectNone);
            keys.forEach(key -> client.store(key, "new"));
            keys.forEach(key -> client.expectItem(key, 0, "new"));
        }
    }

    @Example
    @Checks("T-FLUSH-02")
    void aDelayedFlushTakesWhatIsThereByThen(TextClient client, Target target) {
        client.store("before", "v");
        client.expect("OK", "flush_all " + DELAY);
        client.store("meanwhile", "v");
        client.expectItem("before", 0, "v");
        target.advance(Duration.ofSeconds(DELAY));
        client.expectNone("before");
        client.expectNone("meanwhile");
        client.store("after", "v");
        client.expectItem("after", 0, "v");
    }

    @Example
    @Checks("T-FLUSH-03")
    void aLaterFlushReplacesThePendingOne(TextClient client, Target target) {
        client.expect("OK", "flush_all " + DELAY);
        client.expect("OK", "flush_all");
        client.store("k", "v");
        target.advance(Duration.ofSeconds(DELAY));
        client.expectItem("k", 0, "v");
    }

    @Example
    @Checks("T-FLUSH-04")
    void aTimeLongPastFlushesNothing(TextClient client) {
        client.store("k", "v");
        client.expect("OK", "flush_all 2592001");
        client.expectItem("k", 0, "v");
    }

    @Example
    @Checks("T-FLUSH-05")
    void aTimeThatIsNoNumberFlushesNothing(TextClient client) {
        client.store("k", "v");
        for (var time : List.of("x", "1x", "99999999999999999999")) {
            client.expect("CLIENT_ERROR invalid exptime argument", "flush_all " + time);
        }
        client.expectItem("k", 0, "v");
    }
}
