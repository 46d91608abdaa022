package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.target.Startup;
import net.jqwik.api.Example;

/** A server without watchers. */
@StartedWith(Startup.WITHOUT_WATCH)
class WatchOptionProperties extends TextRules {

    @Example
    @Checks("A-OPTION-16")
    void nobodyMayWatch(TextClient client) {
        client.expect("CLIENT_ERROR watch commands not allowed", "watch");
        client.expect("CLIENT_ERROR watch commands not allowed", "watch fetchers");
    }
}
