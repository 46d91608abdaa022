package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.target.ServerClock;
import io.github.fakecached.conformance.target.Target;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** touch, gat and gats but for what time does to them. */
class TouchProperties extends TextRules {

    private static final String BAD_TIME = "CLIENT_ERROR invalid exptime argument";

    @Property
    @Checks("T-TOUCH-01")
    void touchLeavesTheItemAsItIs(
            @ForAll("keys") String key,
            @ForAll("values") String value,
            @ForAll("flags") long flags,
            TextClient client) {
        client.expect("NOT_FOUND", "touch " + key + " 100");
        client.store(key, flags, 0, value);
        var before = client.ask("gets " + key);
        client.expect("TOUCHED", "touch " + key + " 100");
        client.expect(before.substring(0, before.length() - 2), "gets " + key);
    }

    @Property
    @Checks("T-TOUCH-02")
    void gatAnswersAsGet(@ForAll("values") String value, @ForAll("flags") long flags, TextClient client) {
        client.store("k", flags, 0, value);
        client.store("noreply", "v");
        for (var keys : new String[] {"k", "missing", "missing k k", "k noreply"}) {
            var get = client.ask("get " + keys);
            var gets = client.ask("gets " + keys);
            client.expect(get.substring(0, get.length() - 2), "gat 100 " + keys);
            client.expect(gets.substring(0, gets.length() - 2), "gats 100 " + keys);
        }
    }

    @Example
    @Checks("T-TOUCH-03")
    void aTimeThatIsNoNumberIsRefused(TextClient client) {
        client.store("k", "v");
        for (var time : new String[] {"x", "1x", "1.5", "99999999999999999999"}) {
            client.expect(BAD_TIME, "touch k " + time);
            client.expect(BAD_TIME, "touch missing " + time);
            client.expect(BAD_TIME, "gat " + time + " k");
            client.expect(BAD_TIME, "gats " + time + " k");
        }
    }

    @Example
    @Checks({"T-EXPIRY-06", "T-EXPIRY-07", "T-EXPIRY-08"})
    void touchAndGatGiveTimes(TextClient client, Target target) {
        var five = " 0 1\r\n5\r\n";
        long now = new ServerClock(target).now();
        for (var key : List.of("gat1", "gat2", "never", "unix", "other")) {
            client.store(key, 0, key.equals("never") ? 2 : 0, "5");
        }
        client.expect("VALUE gat1" + five + "VALUE gat2" + five + "END", "gat 2 gat1 missing gat2");
        client.expect("TOUCHED", "touch never 0");
        client.expect("TOUCHED", "touch unix " + (now + 2));
        target.advance(Duration.ofSeconds(3));
        client.expect("VALUE never" + five + "VALUE other" + five + "END", "get gat1 gat2 never unix other missing");
    }
}
