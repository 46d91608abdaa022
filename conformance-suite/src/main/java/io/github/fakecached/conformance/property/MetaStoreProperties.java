package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** ms: what is stored, and what is not. */
class MetaStoreProperties extends TextRules {

    private static final String BAD_MODE = "CLIENT_ERROR invalid mode for ms M token";

    @Property
    @Checks("M-STORE-01")
    void whatIsStoredComesBack(
            @ForAll("keys") String key,
            @ForAll("values") String value,
            @ForAll("flags") long flags,
            TextClient client) {
        client.expect("HD", "ms " + key + " " + value.length() + " F" + flags, value);
        client.expectItem(key, flags, value);
    }

    @Property
    @Checks("M-STORE-02")
    void modesStoreAsTheirCommands(@ForAll("values") String first, @ForAll("values") String second, TextClient client) {
        for (var mode : List.of("MR", "MA", "MP")) {
            client.expect("NS", "ms k " + first.length() + " " + mode, first);
        }
        client.expectNone("k");
        client.expect("HD", "ms k " + first.length() + " ME F3", first);
        client.expect("NS", "ms k " + second.length() + " ME", second);
        client.expectItem("k", 3, first);
        client.expect("HD", "ms k " + second.length() + " MA F4", second);
        client.expect("HD", "ms k " + second.length() + " MP F5", second);
        client.expectItem("k", 3, second + first + second);
        client.expect("HD", "ms k " + second.length() + " MR F6", second);
        client.expectItem("k", 6, second);
        client.expect("HD", "ms k " + first.length() + " MS", first);
        client.expectItem("k", 0, first);
    }

    @Example
    @Checks("M-STORE-03")
    void anyOtherModeIsAnError(TextClient client) {
        for (var mode : List.of("MX", "Ms", "Ma", "M0")) {
            client.expect(BAD_MODE, "ms k 2 " + mode, "ab");
        }
        var several = client.hasNewParser() ? BAD_MODE : "CLIENT_ERROR incorrect length for M token";
        client.expect(several, "ms k 2 Mset", "ab");
        client.expect(several, "ms k 2 M", "ab");
        client.expectNone("k");
    }

    @Example
    @Checks("M-STORE-04")
    void theUniqueIsCompared(TextClient client) {
        client.expect("NF", "ms k 1 C1", "v");
        client.expect("NF", "ms k 1 C1 MR", "v");
        client.expect("NS", "ms k 1 C1 MA", "v");
        client.store("k", "old");
        var unique = client.unique("k");
        for (var mode : List.of("", " MS", " MR")) {
            client.expect("EX", "ms k 1 C0" + mode, "v");
        }
        for (var mode : List.of("", " MS", " MR", " MA", " MP")) {
            client.expect("EX", "ms k 1 C" + unique + "0" + mode, "v");
        }
        client.expectItem("k", 0, "old");
        client.expect("HD", "ms k 3 C" + unique, "new");
        client.expectItem("k", 0, "new");
    }

    @Property
    @Checks("M-STORE-05")
    void flagsComeInTheOrderGiven(@ForAll boolean keyFirst, @ForAll("opaques") String opaque, TextClient client) {
        var given = keyFirst ? "k c O" + opaque : "O" + opaque + " c k";
        var reply = given.replace("k", "kname");
        var stored = client.ask("ms name 1 " + given, "v");
        var expected = "HD " + reply.replace("c", "c" + client.unique("name")) + "\r\n";
        if (!stored.equals(expected)) {
            throw new AssertionError("expected " + expected);
        }
        client.expect("NS " + reply.replace("c", "c0"), "ms name 1 ME " + given, "v");
    }

    @Example
    @Checks("M-STORE-06")
    void quietMutesSuccessOnly(TextClient client) {
        client.expect("", "ms k 1 q", "v");
        client.expectItem("k", 0, "v");
        client.expect("NS", "ms k 1 q ME", "v");
        client.expect("EX", "ms k 1 q C0", "v");
        client.expect("NF", "ms missing 1 q C1", "v");
        client.expect(BAD_MODE, "ms k 1 q MX", "v");
    }

    @Property(tries = 20)
    @Checks("M-STORE-08")
    void theItemMayBeGivenItsUnique(@ForAll("uniques") String unique, TextClient client) {
        if (client.version().takesChosenUniques()) {
            client.expect("HD c" + unique, "ms k 1 c E" + unique, "v");
            client.expect("VALUE k 0 1 " + unique + "\r\nv\r\nEND", "gets k");
        } else {
            client.expect("CLIENT_ERROR invalid flag", "ms k 1 c E" + unique, "v");
        }
    }

    @Example
    @Checks("M-STORE-10")
    void whatIsTooLargeRemovesTheItem(TextClient client) {
        var tooLarge = "v".repeat(LARGEST + 1);
        for (var mode : List.of("MS", "ME", "MR", "MA", "MP")) {
            client.store("k", "old");
            client.expect(TOO_LARGE, "ms k " + tooLarge.length() + " q " + mode, tooLarge);
            client.expectNone("k");
        }
    }

    @Example
    @Checks("M-STORE-11")
    void dataMustEndWhereTheyShould(TextClient client) {
        client.store("k", "old");
        client.expectBytes("CLIENT_ERROR bad data chunk\r\nMN", "ms k 1 q\r\nab\nmn\r\n");
        client.expectItem("k", 0, "old");
    }

    @Example
    @Checks("M-STORE-12")
    void onlyABadLengthLeavesTheDataToBeRead(TextClient client) {
        for (var flags : List.of("S S", "f f", "Tx", "M!", "O" + "o".repeat(32))) {
            var reply = client.ask("ms k 4 " + flags, "mn\r\n");
            if (reply.lines().count() != 1 || !reply.startsWith("CLIENT_ERROR ")) {
                throw new AssertionError("expected one error");
            }
        }
        client.expect(FORMAT + "\r\nMN", "ms k x", "mn");
        client.expect(FORMAT + "\r\nMN", "ms k -1", "mn");
        client.expectNone("k");
    }
}
