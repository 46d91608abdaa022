package io.github.fakecached.conformance.property;

import static io.github.fakecached.conformance.wire.BinaryMessage.request;

import io.github.fakecached.conformance.rule.Checks;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What is not about an item: noop, version, quit, and signing in where there is nobody to. */
class BinaryOtherProperties extends BinaryRules {

    @Example
    @Checks("B-OTHER-01")
    void noopAndVersionAnswer(BinaryClient client, TextClient text) {
        client.expect(Status.SUCCESS, bare(NOOP));
        client.expect(Status.SUCCESS, text.connection().version(), bare(VERSION));
    }

    @Property(tries = 4)
    @Checks("B-OTHER-02")
    void quittingCloses(@ForAll boolean quietly, BinaryClient client) {
        if (quietly) {
            client.expectClose(bare(QUITQ).bytes());
        } else {
            client.expectClose(Status.SUCCESS, bare(QUIT));
        }
    }

    @Example
    @Checks("B-SASL-01")
    void withoutUsersNobodySignsIn(BinaryClient client) {
        client.expect(Status.UNKNOWN, bare(SASL_LIST_MECHS));
        client.expect(Status.UNKNOWN, request(SASL_AUTH, "", "PLAIN", "\0user\0password"));
        client.expect(Status.UNKNOWN, request(SASL_STEP, "", "PLAIN", "\0user\0password"));
        client.expect(Status.SUCCESS, bare(NOOP));
    }

    @Property(tries = 4)
    @Checks("B-OTHER-09")
    void whatFollowsQuitIsNotLookedAt(@ForAll boolean quietly, BinaryClient client, TextClient text) {
        var set = store(SETQ, "k", 0, 0, "v").bytes();
        if (quietly) {
            client.expectClose(bare(QUITQ).bytes() + set);
        } else {
            client.expectClose(Status.SUCCESS, bare(QUIT), set);
        }
        text.expectNone("k");
    }
}
