package io.github.fakecached.conformance.property;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.wire.BinaryMessage;
import java.util.Base64;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The keys of meta commands: as they are, and in base64. */
class MetaKeyProperties extends TextRules {

    private static final String DECODING = "CLIENT_ERROR error decoding key";
    private static final String SUMMARY = "CLIENT_ERROR invalid or duplicate flag";

    /** What 250 characters of base64 can stand for. */
    private static final int LONGEST_IN_BASE64 = 186;

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
        client.expect(DECODING, "mg YWJ b");
        client.expect(DECODING, "mg YWJj= b");
        client.expect(client.hasNewParser() ? DECODING : SUMMARY, "md YWJ b");
        client.expect(SUMMARY, "ma YWJ b");
        client.expect(DECODING, "ms YWJ 1 b", "v");
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
        client.expect("EN", "mg " + tooLong.substring(1) + " v");
    }

    /** Bytes that no other text command can name. */
    @Provide
    Arbitrary<String> anyBytes() {
        return Arbitraries.strings()
                .withCharRange('\0', '\u00ff')
                .ofMinLength(1)
                .ofMaxLength(LONGEST_IN_BASE64)
                .edgeCases(edges -> edges.add(" ", "\n", "\r\n", "\0", "a b", "\u00ff".repeat(LONGEST_IN_BASE64)));
    }

    @Property
    @Checks("M-KEY-05")
    void anyBytesAreAKeyInBase64(@ForAll("anyBytes") String key, TextClient client, BinaryClient binary) {
        var encoded = base64(key);
        client.expect("HD", "ms " + encoded + " 1 b", "v");
        client.expect("VA 1 k" + encoded + " b\r\nv", "mg " + encoded + " b v k");
        binary.expect(Status.SUCCESS, "\0\0\0\0v", BinaryMessage.request(0, "", key, ""));
        client.expect("HD", "md " + encoded + " b");
        binary.expect(Status.NOT_FOUND, BinaryMessage.request(0, "", key, ""));
    }

    @Property
    @Checks("M-KEY-11")
    void everyLengthOfAKeyIsDecoded(
            @ForAll @IntRange(min = 1, max = LONGEST_IN_BASE64 - 1) int length, TextClient client) {
        var encoded = base64("\u00fe".repeat(length));
        client.expect("HD k" + encoded + " b", "ms " + encoded + " 1 k b", "v");
        client.expect("HD k" + encoded + " b s1", "mg " + encoded + " k s b");
        client.expect(
                "EN k" + base64("\u00fe".repeat(length) + "x") + " b",
                "mg " + base64("\u00fe".repeat(length) + "x") + " b k");
    }

    @Example
    @Checks("M-KEY-06")
    void aKeyIsTooLongAsItIsWritten(TextClient client) {
        client.expect(FORMAT, "mg " + base64("k".repeat(LONGEST_IN_BASE64 + 3)) + " b");
        client.expect("EN", "mg " + base64("k".repeat(LONGEST_IN_BASE64)) + " b v");
    }

    @Example
    @Checks("M-KEY-07")
    void anItemIsShownAsItsKeyWasStored(TextClient client) {
        client.expect("HD", "ms YWJj 1 b", "v");
        client.expect("HD kYWJj b", "mg abc k");
        client.expect("HD kYWJj b", "mg YWJj b k");
        client.expectItem("abc", 0, "v");
        client.store("abc", "v");
        client.expect("HD kabc", "mg YWJj b k");
        client.expect("HD kYWJj b", "ms YWJj 1 b k MA", "x");
        client.expect("HD kabc", "mg abc k");
    }

    @Example
    @Checks("M-KEY-08")
    void aMadeItemIsShownWithItsBytes(TextClient client) {
        client.expect("HD kabc W", "mg YWJj b k N0");
        client.expect("HD kabc Z", "mg YWJj b k");
        client.expect("HD kZGVm b", "ma ZGVm b k N0");
        client.expect("HD kdef", "mg ZGVm b k");
    }

    @Example
    @Checks("M-KEY-09")
    void whatIsNoBase64InAKeyIsPassedOver(TextClient client) {
        client.store("abc", "v");
        client.expect("VA 1\r\nv", "mg Y!WJj b v");
        client.expect("VA 1\r\nv", "mg YW-J-j b v");
    }

    @Example
    @Checks("M-KEY-10")
    void aKeyHasABoundInEveryCommand(TextClient client) {
        var tooLong = "k".repeat(251);
        client.expect(FORMAT, "me " + tooLong);
        client.expect(FORMAT + (client.hasNewParser() ? "" : "\r\nMN"), "ms " + tooLong + " 2", "mn");
        client.expect("HD", "ms " + tooLong.substring(1) + " 1", "v");
        client.expect("VA 1 k" + tooLong.substring(1) + "\r\nv", "mg " + tooLong.substring(1) + " k v");
    }

    private static String base64(String key) {
        return Base64.getEncoder().encodeToString(key.getBytes(ISO_8859_1));
    }
}
