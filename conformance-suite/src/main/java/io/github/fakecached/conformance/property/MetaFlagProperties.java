package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The flags of meta commands: which there are, how many, and how often. */
class MetaFlagProperties extends TextRules {

    private static final String SUMMARY = "CLIENT_ERROR invalid or duplicate flag";

    @Example
    @Checks("M-FLAG-01")
    void aFlagIsGivenOnce(TextClient client) {
        for (var flags : List.of("v v", "O1 O2", "k t k", "T1 T1")) {
            client.expect("CLIENT_ERROR duplicate flag", "mg k " + flags);
            client.expect("CLIENT_ERROR duplicate flag", "ms k 1 " + flags, "v");
            client.expect(client.hasNewParser() ? "CLIENT_ERROR duplicate flag" : SUMMARY, "md k " + flags);
        }
    }

    @Example
    @Checks("M-FLAG-02")
    void otherLettersAreNoFlags(TextClient client) {
        for (var flag : "aegijmnpryzABGHKQUVWXYZ123".split("")) {
            client.expect("CLIENT_ERROR invalid flag", "mg k " + flag);
            client.expect("CLIENT_ERROR invalid flag", "ms k 1 " + flag, "v");
        }
    }

    @Example
    @Checks("M-FLAG-05")
    void flagsAreCounted(TextClient client) {
        var flags = List.of("v t f s c k h l u q O1 T1 R1 D1 J1 MI I F1 L P".split(" "));
        int allowed = client.hasNewParser() ? 18 : 17;
        client.expect("", "mg k " + String.join(" ", flags.subList(0, allowed)));
        client.expect(
                "CLIENT_ERROR options flags are too long", "mg k " + String.join(" ", flags.subList(0, allowed + 1)));
        var tooMany = client.ask("ms k 1 " + String.join(" ", flags.subList(0, allowed)), "v");
        if (!tooMany.startsWith("CLIENT_ERROR options flags ")) {
            throw new AssertionError("expected that these are too many");
        }
    }

    @Example
    @Checks("M-FLAG-06")
    void flagsOfOthersAreIgnored(TextClient client) {
        client.expect("HD", "ms k 1 v t f h l", "v");
        client.expect("HD", "mg k D5 J7 MX I F1 P L");
        client.expect("HD", "md k c t s v D1");
        client.expectNone("k");
    }

    @Example
    @Checks("M-FLAG-07")
    void flagsBeginWithLettersOrDigits(TextClient client) {
        for (var flag : List.of("=", "!", "{")) {
            client.expect(client.hasNewParser() ? FORMAT : "CLIENT_ERROR invalid flag", "mg k " + flag);
            client.expect(client.hasNewParser() ? FORMAT : "EN", "me k " + flag);
            client.expect(client.hasNewParser() ? FORMAT : "EN", "me k x " + flag);
        }
    }

    @Example
    @Checks("M-FLAG-09")
    void ofAFlagWithoutAnArgumentTheLetterCounts(TextClient client) {
        client.store("k", 7, 0, "value");
        client.expect("VA 5 s5 t-1 f7\r\nvalue", "mg k vvv s100 tsv f=");
        client.expect("CLIENT_ERROR duplicate flag", "mg k s1 s2");
        client.expect("", "mg missing quiet");
    }

    @Example
    @Checks("M-FLAG-10")
    void flagsOfProxiesAreIgnored(TextClient client) {
        client.expect("HD", "ms k 1 Lone P", "5");
        client.expect("HD", "ma k L P1");
        client.expect("VA 1\r\n6", "mg k L Pother v");
        client.expect("HD", "md k P1 L2");
        client.expect("CLIENT_ERROR duplicate flag", "mg k L1 L2");
    }

    @Example
    @Checks("M-FLAG-11")
    void sInUpperCaseIsNoFlag(TextClient client) {
        client.expect("CLIENT_ERROR invalid flag", "mg k S");
        client.expect("CLIENT_ERROR invalid flag", "ms k 1 S1", "v");
        client.expectNone("k");
    }

    @Example
    @Checks("M-FLAG-13")
    void errorsAreNotMuted(TextClient client) {
        client.expect("CLIENT_ERROR invalid flag", "mg k q y");
        client.expect("CLIENT_ERROR duplicate flag", "mg k q k k");
        client.expect(BAD_TOKEN, "mg k q Tx");
        client.expect("CLIENT_ERROR invalid flag", "ms k 1 q y", "v");
        client.expect(SUMMARY, "ma k q y");
        client.expect(client.hasNewParser() ? "CLIENT_ERROR invalid flag" : SUMMARY, "md k q y");
    }

    @Property(tries = 20)
    @Checks("M-FLAG-15")
    void blanksBetweenFlagsMayBeSeveral(@ForAll @IntRange(min = 1, max = 9) int count, TextClient client) {
        var blanks = " ".repeat(count);
        client.expectBytes(
                "HD kk O1", "ms" + blanks + "k" + blanks + "1" + blanks + "k" + blanks + "O1" + blanks + "\r\nv\r\n");
        client.expect("VA 1 s1 kk\r\nv", "mg" + blanks + "k" + blanks + "v" + blanks + "s" + blanks + "k" + blanks);
    }

    @Example
    @Checks("M-FLAG-16")
    void noreplyIsNoFlag(TextClient client) {
        client.expect("CLIENT_ERROR invalid flag", "mg k noreply");
        client.expect("CLIENT_ERROR invalid flag", "ms k 1 noreply", "v");
        client.expect(SUMMARY, "ma k noreply");
        client.expectNone("k");
    }
}
