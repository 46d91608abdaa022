package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.wire.BinaryMessage;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Many requests at once, and requests in pieces. */
class BinaryBatchProperties extends BinaryRules {

    /** Requests with each of the parts, quiet and not, and errors. Their uniques are the server's, and left out. */
    private static final String CONVERSATION = Stream.of(
                    store(SET, "k", 7, 0, "value"),
                    keyed(GETK, "k"),
                    store(ADDQ, "k", 0, 0, "w"),
                    join(APPENDQ, "k", "\0\r\n"),
                    keyed(GET, "missing").withOpaque(0x80818081L),
                    keyed(GETQ, "missing"),
                    count(INCREMENT, "n", BigInteger.ONE, BigInteger.TEN, 0),
                    touch(GAT, "k", 0),
                    keyed(DELETE, "k"),
                    bare(0x30),
                    bare(NOOP))
            .map(BinaryMessage::bytes)
            .collect(Collectors.joining());

    @Property(tries = 20)
    @Checks("B-PIPE-03")
    void ofManyQuietStoresOnlyTheEndIsAnswered(
            @ForAll @IntRange(min = 100, max = 500) int count, BinaryClient client, TextClient text) {
        client.expectNothing(IntStream.range(0, count)
                .mapToObj(i -> store(SETQ, "k" + i, i, 0, "v" + i))
                .toArray(BinaryMessage[]::new));
        text.expectItem("k0", 0, "v0");
        text.expectItem("k" + (count - 1), count - 1, "v" + (count - 1));
    }

    @Property(tries = 20)
    @Checks("B-PIPE-04")
    void ofManyKeysOnlyTheHitsAreAnswered(
            @ForAll @IntRange(min = 100, max = 500) int count, BinaryClient client, TextClient text) {
        for (int i = 0; i < count; i += 10) {
            text.store("k" + i, i, 0, "v" + i);
        }
        var requests = IntStream.range(0, count)
                .mapToObj(i -> keyed(GETKQ, "k" + i).withOpaque(i))
                .toArray(BinaryMessage[]::new);
        var answers = client.ask(requests).stream()
                .map(answer -> answer.opcode() + " " + answer.opaque() + " " + answer.key() + " " + answer.value())
                .toList();
        var expected = IntStream.range(0, count)
                .filter(i -> i % 10 == 0)
                .mapToObj(i -> GETKQ + " " + i + " k" + i + " v" + i)
                .toList();
        if (!answers.equals(expected)) {
            throw new AssertionError("expected the hits in the order of the keys, but: " + answers);
        }
    }

    @Property
    @Checks("B-PIPE-05")
    void packetsMayEndAnywhere(@ForAll("cuts") List<Integer> cuts, BinaryClient client, TextClient text) {
        expectTheSame(cuts, client, text);
    }

    @Example
    @Checks("B-PIPE-06")
    void everyCutIsTheSame(BinaryClient client, TextClient text) {
        for (int cut = 1; cut < CONVERSATION.length(); cut++) {
            expectTheSame(List.of(cut), client, text);
        }
    }

    private static void expectTheSame(List<Integer> cuts, BinaryClient client, TextClient text) {
        var expected = client.askInPieces(CONVERSATION, List.of());
        text.begin();
        var actual = client.askInPieces(CONVERSATION, cuts);
        text.begin();
        if (!actual.equals(expected)) {
            throw new AssertionError("cut at " + cuts + " answered otherwise than at once");
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
}
