package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.target.Startup;
import net.jqwik.api.Example;

/** A server that lists no keys. */
@StartedWith(Startup.WITHOUT_DUMP)
class DumpOptionProperties extends TextRules {

    @Example
    @Checks("A-OPTION-12")
    void metadumpIsNotAllowed(TextClient client) {
        client.expect("ERROR metadump not allowed", "lru_crawler metadump all");
    }

    @Example
    @Checks("A-OPTION-13")
    void mgdumpIsNotAllowed(TextClient client) {
        client.expect("ERROR key dump not allowed", "lru_crawler mgdump all");
    }

    @Example
    @Checks("A-OPTION-14")
    void cachedumpIsNotAllowed(TextClient client) {
        client.expect("CLIENT_ERROR stats cachedump not allowed", "stats cachedump 1 1");
    }

    @Example
    @Checks("A-OPTION-15")
    void detailIsNotAllowedSince1637(TextClient client) {
        client.expect("CLIENT_ERROR stats detail not allowed", "stats detail on");
        client.expect("CLIENT_ERROR stats detail not allowed", "stats detail dump");
    }
}
