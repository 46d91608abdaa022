package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** ma: numbers that are added to and taken from. */
class MetaArithmeticProperties extends TextRules {

    @Property
    @Checks("M-ARITH-01")
    void additionWrapsAndSubtractionStopsAtZero(
            @ForAll("numbers") BigInteger start, @ForAll("numbers") BigInteger delta, TextClient client) {
        storeNumber(client, start);
        var sum = start.add(delta).and(MAX).toString();
        client.expect("VA " + sum.length() + "\r\n" + sum, "ma k v D" + delta);
        storeNumber(client, start);
        var difference = start.subtract(delta).max(BigInteger.ZERO).toString();
        client.expect("VA " + difference.length() + "\r\n" + difference, "ma k v MD D" + delta);
        client.store("k", "5");
        client.expect("VA 1\r\n6", "ma k v");
    }

    @Example
    @Checks("M-ARITH-02")
    void modesAddOrTakeAway(TextClient client) {
        client.store("k", "5");
        for (var mode : List.of("MI", "M+")) {
            client.expect("VA 1\r\n6", "ma k v " + mode);
            client.store("k", "5");
        }
        for (var mode : List.of("MD", "M-")) {
            client.expect("VA 1\r\n4", "ma k v " + mode);
            client.store("k", "5");
        }
        for (var mode : List.of("MX", "Mi", "Md", "M0")) {
            client.expect("CLIENT_ERROR invalid mode for ma M token", "ma k v " + mode);
        }
        client.expectItem("k", 0, "5");
    }

    @Property
    @Checks("M-ARITH-03")
    void aMissingNumberMayBeMade(
            @ForAll("numbers") BigInteger initial, @ForAll("numbers") BigInteger delta, TextClient client) {
        client.expect("NF", "ma k J" + initial + " D" + delta);
        client.expectNone("k");
        var number = initial.toString();
        client.expect("VA " + number.length() + "\r\n" + number, "ma k v N0 J" + initial + " D" + delta);
        client.expectItem("k", 0, number);
        client.expect("HD", "ma zero N0");
        client.expectItem("zero", 0, "0");
    }

    @Example
    @Checks("M-ARITH-04")
    void theNumberReturnedIsNotPadded(TextClient client) {
        client.store("k", "10");
        client.expect("VA 1\r\n9", "ma k v MD");
        client.expectItem("k", 0, "9 ");
    }

    @Example
    @Checks("M-ARITH-05")
    void theUniqueIsCompared(TextClient client) {
        client.store("k", "5");
        var unique = client.unique("k");
        client.expect("EX", "ma k v C" + unique + "0");
        client.expect("VA 1\r\n6", "ma k v C" + unique);
        client.expect("EX", "ma k v C" + unique);
        client.expect("NF", "ma missing v C" + unique);
    }

    @Property
    @Checks("M-ARITH-06")
    void whatIsNoNumberStays(@ForAll("values") String value, TextClient client) {
        var text = "x" + value;
        client.store("k", text);
        client.expect("CLIENT_ERROR cannot increment or decrement non-numeric value", "ma k v");
        client.expectItem("k", 0, text);
    }

    @Example
    @Checks("M-ARITH-07")
    void quietMutesSuccessOnly(TextClient client) {
        client.expect("NF", "ma k q");
        client.store("k", "5");
        client.expect("", "ma k q v");
        client.expectItem("k", 0, "6");
        client.expect("EX", "ma k q C" + client.unique("k") + "0");
    }

    @Example
    @Checks("M-ARITH-08")
    void theTimeShownIsThatOfItsPlaceInTheLine(TextClient client) {
        client.store("k", "5");
        client.expect("HD t-1", "ma k t T1000");
        client.expect("HD t-1", "ma k T0 t");
    }

    @Example
    @Checks("M-ARITH-09")
    void everyBadFlagIsTheSameError(TextClient client) {
        for (var flags : List.of("v v", "!", "y", "Tx", "Nx")) {
            var reply = client.ask("ma k " + flags);
            if (!reply.startsWith("CLIENT_ERROR ") || reply.lines().count() != 1) {
                throw new AssertionError("expected one error");
            }
        }
        client.expect("CLIENT_ERROR invalid or duplicate flag", "ma k v v");
        client.expect("CLIENT_ERROR invalid or duplicate flag", "ma k y");
    }
}
