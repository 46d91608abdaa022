package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.target.Startup;
import java.util.List;
import net.jqwik.api.Example;

/** A server without flush_all. */
@StartedWith(Startup.WITHOUT_FLUSH)
class FlushOptionProperties extends TextRules {

    @Example
    @Checks("A-OPTION-08")
    void nothingIsFlushed(TextClient client) {
        client.store("k", "v");
        for (var line : List.of("flush_all", "flush_all 0", "flush_all 1000")) {
            client.expect("CLIENT_ERROR flush_all not allowed", line);
        }
        client.expect("", "flush_all noreply");
        client.expectItem("k", 0, "v");
    }
}
