package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.target.Startup;
import io.github.fakecached.conformance.target.Target;
import java.time.Duration;
import net.jqwik.api.Example;
import org.awaitility.Awaitility;

/** A server that closes connections on which nothing is asked. */
@StartedWith(Startup.IDLE_TIMEOUT)
class IdleProperties extends TextRules {

    @Example
    @Checks("A-OPTION-21")
    void anIdleConnectionIsClosed(TextClient client, Target target) {
        try (var idle = target.connect()) {
            target.advance(Duration.ofSeconds(2));
            var last = idle.readToEnd();
            if (!last.isEmpty()) {
                throw new AssertionError("before it was closed there came " + last);
            }
        }
        try (var asking = target.connect()) {
            Awaitility.await("a kick to be counted")
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> asking.ask("stats\r\n").text().matches("(?s).*STAT idle_kicks [1-9].*"));
        }
    }
}
