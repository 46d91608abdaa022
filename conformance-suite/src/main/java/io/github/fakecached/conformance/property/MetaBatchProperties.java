package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.target.Target;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Several meta commands at once, and in pieces. */
class MetaBatchProperties extends TextRules {

    /** Every kind of command, and an error; no uniques, which go on counting. */
    private static final String CONVERSATION = String.join(
            "\r\n",
            "ms k 5 F7 k O1",
            "ab\r\nc",
            "mg k v f s",
            "ms k 1 MA q",
            "x",
            "ma n N0 J5 v",
            "ma n v",
            "md k I",
            "mg k v",
            "mg none q",
            "mg k y",
            "ms k 2 MX",
            "mn",
            "md k k",
            "me none",
            "mn",
            "");

    @Property(tries = 20)
    @Checks("M-PIPE-01")
    void ofAQuietBatchOnlyTheUnexpectedIsAnswered(@ForAll @IntRange(min = 1, max = 300) int count, TextClient client) {
        client.store("there", "v");
        var batch = new StringBuilder();
        for (int i = 0; i < count; i++) {
            batch.append("ms k")
                    .append(i)
                    .append(" 1 q\r\nv\r\n")
                    .append("mg missing")
                    .append(i)
                    .append(" q v k\r\n");
        }
        client.expectBytes("NS Othere\r\nMN", batch + "ms there 1 ME q Othere\r\nw\r\nmn\r\n");
        client.expectItem("k" + (count - 1), 0, "v");
    }

    @Property(tries = 20)
    @Checks("M-PIPE-02")
    void manyAreAnsweredInTheirOrder(@ForAll @IntRange(min = 100, max = 500) int count, TextClient client) {
        client.store("k", "v");
        var batch = new StringBuilder();
        var replies = new StringBuilder();
        for (int i = 0; i < count; i++) {
            batch.append(i % 3 == 0 ? "mg k v" : "mg missing v")
                    .append(" O")
                    .append(i)
                    .append("\r\n");
            replies.append(i % 3 == 0 ? "VA 1 O" + i + "\r\nv\r\n" : "EN O" + i + "\r\n");
        }
        client.expectBytes(replies.substring(0, replies.length() - 2), batch.toString());
    }

    @Property
    @Checks("M-PIPE-03")
    void packetsMayEndAnywhere(@ForAll("cuts") List<Integer> cuts, TextClient client, Target target) {
        var expected = client.askBytes(CONVERSATION);
        client.begin();
        try (var other = target.connect()) {
            int from = 0;
            for (int cut : cuts) {
                other.send(CONVERSATION.substring(from, cut));
                from = cut;
            }
            var actual = other.ask(CONVERSATION.substring(from)).text();
            if (!actual.equals(expected)) {
                throw new AssertionError("cut at " + cuts + " answered " + actual);
            }
        }
    }

    @Provide
    Arbitrary<List<Integer>> cuts() {
        return Arbitraries.integers()
                .between(1, CONVERSATION.length() - 1)
                .set()
                .ofMinSize(1)
                .ofMaxSize(5)
                .map(cuts -> cuts.stream().sorted().toList());
    }

    @Example
    @Checks("M-PIPE-04")
    void everyCutIsTheSame(TextClient client, Target target) {
        var expected = client.askBytes(CONVERSATION);
        for (int cut = 1; cut < CONVERSATION.length(); cut++) {
            client.begin();
            try (var other = target.connect()) {
                other.send(CONVERSATION.substring(0, cut));
                var actual = other.ask(CONVERSATION.substring(cut)).text();
                if (!actual.equals(expected)) {
                    throw new AssertionError("cut at " + cut + " answered " + actual);
                }
            }
        }
    }
}
