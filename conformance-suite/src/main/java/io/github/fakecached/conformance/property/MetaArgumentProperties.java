package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What flags of meta commands take: numbers, times, opaques, modes. */
class MetaArgumentProperties extends TextRules {

    private static final String SUMMARY = "CLIENT_ERROR invalid or duplicate flag";

    @Example
    @Checks("M-FLAG-03")
    void numbersAreNumbers(TextClient client) {
        for (var flag : List.of("Tx", "T", "Nx", "Rx", "Cx")) {
            client.expect(BAD_TOKEN, "mg k " + flag);
        }
        client.expect(BAD_TOKEN, "ms k 1 Cx", "v");
    }

    @Property(tries = 20)
    @Checks("M-FLAG-04")
    void anOpaqueHasABound(@ForAll("opaques") String opaque, TextClient client) {
        client.expect("EN O" + opaque, "mg k O" + opaque);
        client.expect("CLIENT_ERROR opaque token too long", "mg k q O" + "o".repeat(32));
    }

    @Example
    @Checks("M-FLAG-08")
    void aModeIsTheByteBehindItsLetter(TextClient client) {
        var badLength = "CLIENT_ERROR incorrect length for M token";
        for (var mode : List.of("M\0", "M\0x", "MSet")) {
            client.expect(client.hasNewParser() ? "HD" : badLength, "ms k 1 " + mode, "5");
        }
        client.expect("HD", "ms k 1", "5");
        client.expect(client.hasNewParser() ? "VA 1\r\n6" : SUMMARY, "ma k v M\0");
        client.expect(client.hasNewParser() ? "VA 1\r\n5" : SUMMARY, "ma k v MDecr");
    }

    @Property
    @Checks("M-FLAG-12")
    void uniquesHave64Bits(@ForAll("uniques") String unique, TextClient client) {
        client.store("k", "v");
        client.expect("HD", "mg k q C" + unique);
        for (var bad : List.of("C18446744073709551616", "C-1", "C1x", "C")) {
            client.expect(BAD_TOKEN, "mg k " + bad);
            client.expect(BAD_TOKEN, "ms k 1 " + bad, "w");
        }
        client.expectItem("k", 0, "v");
    }

    @Example
    @Checks("M-FLAG-14")
    void timesHave32BitsAndNoPlus(TextClient client) {
        for (var time : List.of("2147483648", "4294967296", "+5")) {
            client.expect(client.version().hasStrictMetaNumbers() ? BAD_TOKEN : "HD", "ms k 1 T" + time, "v");
        }
        for (var time : List.of("99999999999999999999", "1x", "x")) {
            client.expect(BAD_TOKEN, "ms k 1 T" + time, "v");
        }
        for (var time : List.of("2147483647", "-2147483648", "0005")) {
            client.expect("HD", "ms k 1 T" + time, "v");
        }
    }
}
