package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.target.Startup;
import io.github.fakecached.conformance.target.Target;
import io.github.fakecached.conformance.wire.NoReply;
import java.time.Duration;
import net.jqwik.api.Example;
import org.awaitility.Awaitility;

/** A server that ends when it is told to. There is one property, after which the server is gone. */
@StartedWith(Startup.WITH_SHUTDOWN)
class ShutdownProperties extends TextRules {

    @Example
    @Checks({"A-OPTION-17", "A-OPTION-18"})
    void shutdownEndsTheServer(TextClient client, Target target) {
        client.expect("CLIENT_ERROR invalid shutdown mode", "shutdown x");
        client.expectClose("", "shutdown\r\n");
        Awaitility.await("the server to end").atMost(Duration.ofSeconds(10)).until(() -> !answers(target));
    }

    private static boolean answers(Target target) {
        try (var connection = target.connect()) {
            return !connection.closed();
        } catch (NoReply gone) {
            return false;
        }
    }
}
