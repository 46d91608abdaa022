package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** ma: what it returns, what it keeps of an item, and the items that it makes. */
class MetaCounterProperties extends TextRules {

    @Property(tries = 30)
    @Checks("M-ARITH-10")
    void whatIsReturnedComesInTheOrderAskedFor(@ForAll("counterOrders") List<String> order, TextClient client) {
        client.store("k", "5");
        client.ask("ma k " + String.join(" ", order));
        var unique = client.unique("k");
        client.store("k", "5");
        var reply = client.ask("ma k v " + String.join(" ", order));
        var expected = order.stream()
                .map(flag -> switch (flag) {
                    case "t" -> "t-1";
                    case "c" -> "c" + client.unique("k");
                    case "k" -> "kk";
                    default -> flag;
                })
                .toList();
        if (!reply.equals("VA 1 " + String.join(" ", expected) + "\r\n6\r\n") || unique.equals(client.unique("k"))) {
            throw new AssertionError("expected " + expected);
        }
    }

    @Provide
    Arbitrary<List<String>> counterOrders() {
        return Arbitraries.shuffle("t", "c", "k", "O12")
                .flatMap(flags -> Arbitraries.integers().between(1, 4).map(count -> flags.subList(0, count)));
    }

    @Property(tries = 20)
    @Checks("M-ARITH-11")
    void withoutANumberOnlyKeyAndOpaqueComeBack(@ForAll("opaques") String opaque, TextClient client) {
        client.expect("NF kk O" + opaque, "ma k t k c O" + opaque + " v");
        client.store("k", "5");
        client.expect("EX O" + opaque + " kk", "ma k C1 t O" + opaque + " c k v");
    }

    @Property(tries = 30)
    @Checks("M-ARITH-12")
    void theItemKeepsItsFlagsAndItsTime(@ForAll("flags") long flags, TextClient client) {
        for (var mode : List.of("MI", "MD")) {
            client.store("k", flags, 1_000_000, "5");
            var unique = client.unique("k");
            client.expect("HD", "ma k " + mode);
            client.expectOneOf(List.of("HD f" + flags + " t1000000", "HD f" + flags + " t999999"), "mg k f t");
            if (client.unique("k").equals(unique)) {
                throw new AssertionError("the unique stayed " + unique);
            }
        }
    }

    @Property(tries = 20)
    @Checks("M-ARITH-13")
    void ofTwoTimesForAMadeNumberTheLaterCounts(
            @ForAll @IntRange(min = 1000, max = 2_592_000) int time, TextClient client) {
        client.expect("HD t" + time, "ma a N" + time + " t");
        client.expect("HD t500", "ma b N" + time + " T500 t");
        client.expect("HD t" + time, "ma c T500 N" + time + " t");
        client.expect("HD t-1", "ma d N0 t");
    }

    @Example
    @Checks("M-ARITH-14")
    void aNumberMadeQuietly(TextClient client) {
        client.expect(client.hasNewParser() ? "" : "HD", "ma a N0 q");
        client.expect(client.hasNewParser() ? "" : "VA 1\r\n7", "ma b N0 J7 q v");
        client.expectItem("b", 0, "7");
    }

    @Property(tries = 20)
    @Checks("M-ARITH-15")
    void aNumberMayBeGivenItsUnique(@ForAll("uniques") String unique, TextClient client) {
        client.store("k", "5");
        client.expect("HD c" + unique, "ma k c E" + unique);
        client.expect("HD c" + unique, "mg k c");
        client.expect("HD c" + unique, "ma made c N0 E" + unique);
    }

    @Example
    @Checks("M-ARITH-16")
    void uniqueZeroComparesWithNothing(TextClient client) {
        client.store("k", "5");
        client.expect("VA 1\r\n6", "ma k v C0");
    }

    @Example
    @Checks("M-ARITH-18")
    void withoutVTheNumberIsNotTold(TextClient client) {
        client.store("k", "5");
        client.expect("HD", "ma k D4");
        client.expectItem("k", 0, "9");
    }
}
