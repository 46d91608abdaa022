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

/** Bad input: what is answered, and which bytes after it are swallowed. */
class ErrorProperties extends TextRules {

    private static final List<String> STORES = List.of("set", "add", "replace", "append", "prepend", "cas");

    @Property
    @Checks("T-ERROR-01")
    void unknownCommandsAreErrors(@ForAll("unknown") String command, TextClient client) {
        client.expect("ERROR", command);
        client.expect("ERROR", command + " a b");
    }

    @Example
    @Checks("T-ERROR-02")
    void tooFewWordsAreAnError(TextClient client) {
        var error = client.hasNewParser() ? FORMAT : "ERROR";
        for (var store : STORES) {
            for (var words : List.of("", " k", " k 0", " k 0 0")) {
                client.expect(error + "\r\nERROR", store + words, "data that follow");
            }
        }
        for (var line : List.of(
                "get", "gets", "gat", "gats", "incr", "incr k", "decr", "decr k", "touch", "touch k", "delete")) {
            client.expect(error, line);
        }
        client.expectNone("k");
    }

    @Property
    @Checks("T-ERROR-03")
    void dataOfAnotherLengthAreABadChunk(@ForAll("values") String value, TextClient client) {
        client.store("k", "old");
        // Announced without its last two bytes the value itself stands where CR LF should, and what follows is a
        // command.
        if (value.length() >= 2 && !value.endsWith("\r\n")) {
            client.expectBytes(
                    "CLIENT_ERROR bad data chunk\r\nVERSION "
                            + client.connection().version(),
                    "set k 0 0 " + (value.length() - 2) + "\r\n" + value + "version\r\n");
            client.expectItem("k", 0, "old");
        }
        client.expectBytes("CLIENT_ERROR bad data chunk", "set k 0 0 " + value.length() + "\r\n" + value + "\n\n");
        client.expectItem("k", 0, "old");
    }

    @Example
    @Checks("T-ERROR-04")
    void aBadLengthSwallowsNothing(TextClient client) {
        for (var length : List.of("-1", "x", "1x", "2147483647", "99999999999999999999")) {
            client.expect(FORMAT + "\r\nERROR", "set k 0 0 " + length, "data that follow");
        }
        client.expectNone("k");
    }

    @Example
    @Checks("T-ERROR-05")
    void otherBadWordsSwallowTheDataSince1640(TextClient client) {
        var reply = client.hasNewParser() ? FORMAT : FORMAT + "\r\nERROR";
        var longKey = "k".repeat(251);
        for (var words : List.of("k x 0 4", "k -1 0 4", "k 0 x 4", "k 0 1x 4", longKey + " 0 0 4")) {
            for (var store : List.of("set", "add", "replace", "append", "prepend")) {
                client.expect(reply, store + " " + words, "data");
            }
        }
        for (var unique : List.of("x", "-1", "1x")) {
            client.expect(reply, "cas k 0 0 4 " + unique, "data");
        }
        client.expectNone("k");
    }

    @Example
    @Checks("T-ERROR-06")
    void anEmptyLineIsAnError(TextClient client) {
        var error = client.hasNewParser() ? FORMAT : "ERROR";
        client.expect(error, "");
        client.expectBytes(error, "\n");
    }

    @Example
    @Checks("T-ERROR-07")
    void whatLooksLikeHttpIsHungUpOn(TextClient client) {
        client.expect("END", "get / HTTP/1.1");
        client.expectClose("", "GET / HTTP/1.1\r\n");
    }

    @Provide
    Arbitrary<String> unknown() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        "GET", "Set", "INCR", "setx", "xset", "gett", "versions", "flushall", "flush", "unknown"),
                Arbitraries.strings().withCharRange('A', 'Z').ofMinLength(4).ofMaxLength(30));
    }

    @Example
    @Checks("T-ERROR-08")
    void aLineOfOneByteIsAnError(TextClient client) {
        for (var line : List.of("x\r\n", "x\n", " \r\n", "0\n")) {
            client.expectBytes(client.hasNewParser() ? FORMAT : "ERROR", line);
        }
        for (var line : List.of("xy\r\n", "xyz\n", "xyz\r\n")) {
            client.expectBytes("ERROR", line);
        }
    }

    @Example
    @Checks("T-ERROR-09")
    void aBadChunkChangesNothingWhateverTheCommand(TextClient client) {
        client.store("k", "old");
        var unique = client.unique("k");
        for (var store : STORES) {
            var line = store + " k 5 0 1" + (store.equals("cas") ? " " + unique : "");
            client.expectBytes("CLIENT_ERROR bad data chunk", line + "\r\nxyz");
            client.expectItem("k", 0, "old");
            client.expectBytes("CLIENT_ERROR bad data chunk", line.replace(" k ", " missing ") + "\r\nxyz");
            client.expectNone("missing");
        }
    }

    @Example
    @Checks("T-ERROR-10")
    void onlyTheLastWordLooksLikeHttp(TextClient client) {
        client.expect("ERROR", "unknown HTTP/1.1 x");
        client.expect("ERROR", "unknown xHTTP/1.1");
        client.expect("ERROR", "unknown http/1.1");
        client.expect("STORED", "set k 0 0 1 HTTP/1.1", "v");
    }

    @Example
    @Checks("T-ERROR-11")
    void hangingUpLosesTheRepliesOfThePacket(TextClient client, Target target) {
        client.expectClose("", "set k 7 0 1\r\nv\r\nPOST / HTTP/\r\n");
        try (var other = target.connect()) {
            var reply = other.ask("get k\r\n").text();
            if (!reply.equals("VALUE k 7 1\r\nv\r\nEND\r\n")) {
                throw new AssertionError("the store before it was not done: " + reply);
            }
        }
    }
}
