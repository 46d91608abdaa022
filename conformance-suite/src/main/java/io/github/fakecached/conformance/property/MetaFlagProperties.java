package io.github.fakecached.conformance.property;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.target.Target;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What meta commands have in common: flags, keys, and the two that do nothing to an item. */
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
    @Checks("M-FLAG-03")
    void numbersAreNumbers(TextClient client) {
        for (var flag : List.of("Tx", "T", "Nx", "Rx", "Cx")) {
            client.expect("CLIENT_ERROR bad token in command line format", "mg k " + flag);
        }
        client.expect("CLIENT_ERROR bad token in command line format", "ms k 1 Cx", "v");
    }

    @Property(tries = 20)
    @Checks("M-FLAG-04")
    void anOpaqueHasABound(@ForAll("opaques") String opaque, TextClient client) {
        client.expect("EN O" + opaque, "mg k O" + opaque);
        client.expect("CLIENT_ERROR opaque token too long", "mg k q O" + "o".repeat(32));
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
    @Checks("M-KEY-01")
    void aBinaryKeyIsTheBytesItStandsFor(@ForAll("keys") String key, TextClient client) {
        var encoded = Base64.getEncoder().encodeToString(key.getBytes(ISO_8859_1));
        if (encoded.length() <= 250) {
            client.expect("HD k" + encoded + " b", "ms " + encoded + " 1 b k", "v");
            client.expectItem(key, 0, "v");
            client.expect("VA 1 k" + encoded + " b\r\nv", "mg " + encoded + " b v k");
            client.expect("HD", "md " + encoded + " b");
            client.expectNone(key);
        }
    }

    @Example
    @Checks("M-KEY-02")
    void aBinaryKeyMustDecode(TextClient client) {
        client.expect("CLIENT_ERROR error decoding key", "mg YWJ b");
        client.expect("CLIENT_ERROR error decoding key", "mg YWJj= b");
        client.expect(client.hasNewParser() ? "CLIENT_ERROR error decoding key" : SUMMARY, "md YWJ b");
        client.expect(SUMMARY, "ma YWJ b");
        client.expect("CLIENT_ERROR error decoding key", "ms YWJ 1 b", "v");
    }

    @Example
    @Checks("M-KEY-03")
    void aKeyIsNeeded(TextClient client) {
        for (var line : List.of("mg", "ms", "md", "ma")) {
            client.expect(client.hasNewParser() ? FORMAT : "ERROR", line);
        }
    }

    @Example
    @Checks("M-KEY-04")
    void aKeyHasABound(TextClient client) {
        var tooLong = "k".repeat(251);
        client.expect(FORMAT, "mg " + tooLong);
        client.expect(FORMAT, "md " + tooLong);
        client.expect(client.hasNewParser() ? SUMMARY : FORMAT, "ma " + tooLong);
        client.expect("EN", "mg " + tooLong.substring(1));
    }

    @Example
    @Checks("M-DEBUG-01")
    void debugTellsWhatIsKnown(TextClient client) {
        client.expect("EN", "me k");
        client.store("k", "v");
        var unique = client.unique("k");
        var pattern = "ME k exp=-1 la=\\d cas=" + unique + " fetch=yes cls=1 size=61\r\n";
        if (!client.ask("me k").matches(pattern)) {
            throw new AssertionError("expected " + pattern);
        }
    }

    @Example
    @Checks("M-NOOP-01")
    void noopAnswers(TextClient client) {
        client.expect("MN", "mn");
        client.expect("MN", "mn x y noreply");
    }

    @Example
    @TakesTime
    @Checks("M-EXPIRY-01")
    void timesEnd(TextClient client, Target target) {
        client.expect("HD", "ms stored 1 T2", "v");
        client.expect("HD W", "mg made N2");
        client.expect("HD", "ma counted N2");
        client.expect("HD", "ms kept 1 T1000", "v");
        target.advance(Duration.ofSeconds(2));
        client.expect("EN", "mg stored");
        client.expect("EN", "mg made");
        client.expect("NF", "ma counted");
        client.expect("HD", "mg kept");
    }
}
