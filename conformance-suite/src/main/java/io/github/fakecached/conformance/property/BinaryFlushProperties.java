package io.github.fakecached.conformance.property;

import static io.github.fakecached.conformance.wire.BinaryMessage.number;
import static io.github.fakecached.conformance.wire.BinaryMessage.request;

import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.target.Target;
import java.time.Duration;
import net.jqwik.api.Example;

/** flush, at once and later. */
class BinaryFlushProperties extends BinaryRules {

    @Example
    @Checks("B-FLUSH-01")
    void flushRemovesAllItems(BinaryClient client, TextClient text) {
        text.store("k", "v");
        client.expect(Status.SUCCESS, bare(FLUSH));
        text.expectNone("k");
        text.store("k", "v");
        client.expect(Status.SUCCESS, request(FLUSH, number(1000, 4), "", ""));
        text.expectItem("k", 0, "v");
        client.expectNothing(bare(FLUSH + 0x10));
        text.expectNone("k");
    }

    @Example
    @Checks("B-FLUSH-02")
    void aQuietFlushSaysNothing(BinaryClient client, TextClient text) {
        text.store("k", "v");
        client.expectNothing(request(FLUSHQ, number(1000, 4), "", ""));
        text.expectItem("k", 0, "v");
        client.expectNothing(bare(FLUSHQ));
        text.expectNone("k");
    }

    @Example
    @Checks("B-FLUSH-03")
    void whatIsStoredAfterAFlushStays(BinaryClient client, TextClient text) {
        client.ask(store(SETQ, "before", 0, 0, "v"), bare(FLUSHQ), store(SETQ, "after", 0, 0, "v"));
        text.expectNone("before");
        text.expectItem("after", 0, "v");
    }

    @Example
    @TakesTime
    @Checks("B-FLUSH-04")
    void aFlushMayComeLater(BinaryClient client, TextClient text, Target target) {
        client.expect(Status.SUCCESS, store(SET, "before", 0, 0, "v"));
        client.expect(Status.SUCCESS, request(FLUSH, number(4, 4), "", ""));
        FlushProperties.untilItComes(target, 4, () -> {
            client.expect(Status.SUCCESS, store(SET, "meanwhile", 0, 0, "v"));
            text.expectItem("before", 0, "v");
        });
        target.advance(Duration.ofSeconds(4));
        text.expectNone("before");
        text.expectNone("meanwhile");
        client.expect(Status.SUCCESS, store(SET, "after", 0, 0, "v"));
        text.expectItem("after", 0, "v");
    }
}
