package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.target.Startup;
import io.github.fakecached.conformance.target.Target;
import io.github.fakecached.conformance.wire.BareConnection;
import java.time.Duration;
import net.jqwik.api.Example;

/** A server that speaks text alone. */
@StartedWith(Startup.TEXT_ONLY)
class TextOnlyProperties extends TextRules {

    @Example
    @Checks("A-OPTION-22")
    void aBinaryRequestIsAnUnknownCommand(Target target) {
        try (var connection = BareConnection.connect(target.address(), Duration.ofSeconds(5))) {
            connection.send("\u0080\u000b" + "\0".repeat(22) + "\r\n");
            var reply = connection.receiveLine();
            if (!reply.equals("ERROR\r\n")) {
                throw new AssertionError("a binary request was answered " + reply);
            }
        }
    }
}
