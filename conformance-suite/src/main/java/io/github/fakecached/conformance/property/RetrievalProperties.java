package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

/** get and gets of one key and of many. */
class RetrievalProperties extends TextRules {

    @Property
    @Checks("T-GET-01")
    void hitsComeInTheOrderOfTheKeys(
            @ForAll @Size(max = 4) List<@CharRange(from = 'a', to = 'f') @StringLength(1) String> stored,
            @ForAll @Size(min = 1, max = 12) List<@CharRange(from = 'a', to = 'f') @StringLength(1) String> asked,
            TextClient client) {
        expectHits("get", stored, asked, client);
    }

    @Property
    @Checks("T-GET-03")
    void getsTellsUniquesToo(
            @ForAll @Size(max = 4) List<@CharRange(from = 'a', to = 'f') @StringLength(1) String> stored,
            @ForAll @Size(min = 1, max = 12) List<@CharRange(from = 'a', to = 'f') @StringLength(1) String> asked,
            TextClient client) {
        expectHits("gets", stored, asked, client);
    }

    private static void expectHits(String command, List<String> stored, List<String> asked, TextClient client) {
        stored.forEach(key -> client.store(key, 5, 0, "value of " + key));
        var hits = new StringBuilder();
        for (var key : asked) {
            if (stored.contains(key)) {
                var unique = command.equals("gets") ? " " + client.unique(key) : "";
                hits.append("VALUE " + key + " 5 10" + unique + "\r\nvalue of " + key + "\r\n");
            }
        }
        client.expect(hits + "END", command + " " + String.join(" ", asked));
    }

    @Property(tries = 10)
    @Checks("T-GET-02")
    void hundredsOfKeysMayBeAskedForAtOnce(@ForAll @IntRange(min = 100, max = 1000) int count, TextClient client) {
        client.store("k", "v");
        var keys = new ArrayList<>(Collections.nCopies(count, "missing"));
        keys.set(count / 2, "k");
        keys.set(count - 1, "k");
        var hit = "VALUE k 0 1\r\nv\r\n";
        client.expect(hit + hit + "END", "get " + String.join(" ", keys));
    }

    @Example
    @Checks("T-GET-04")
    void noreplyIsAKey(TextClient client) {
        client.expect("END", "get noreply");
        client.store("noreply", "v");
        client.expect("VALUE noreply 0 1\r\nv\r\nEND", "get k noreply");
        client.expect("VALUE noreply 0 1 " + client.unique("noreply") + "\r\nv\r\nEND", "gets noreply");
    }

    @Example
    @Checks("T-GET-05")
    void bgetWasAnotherNameOfGet(TextClient client) {
        client.store("k", 5, 0, "v");
        client.expect(client.hasNewParser() ? "ERROR" : "VALUE k 5 1\r\nv\r\nEND", "bget k missing");
        client.expect(client.hasNewParser() ? "ERROR" : "END", "bget missing");
    }

    @Property(tries = 20)
    @Checks("T-GET-06")
    void oneKeyThatIsTooLongSpoilsTheReply(
            @ForAll @IntRange(min = 0, max = 30) int position,
            @ForAll @IntRange(min = 251, max = 300) int length,
            TextClient client) {
        client.store("k", "v");
        var keys = new ArrayList<>(Collections.nCopies(30, "k"));
        keys.add(position, "k".repeat(length));
        for (var command : new String[] {"get ", "gets ", "gat 0 ", "gats 0 "}) {
            client.expectFormatError(command + String.join(" ", keys));
        }
    }

    @Property(tries = 5)
    @Checks("T-GET-07")
    void hundredsOfItemsMayBeFetchedAtOnce(@ForAll @IntRange(min = 100, max = 500) int count, TextClient client) {
        expectHundreds("get", count, client);
    }

    @Property(tries = 5)
    @Checks("T-TOUCH-02")
    void hundredsOfItemsMayBeTouchedAtOnce(@ForAll @IntRange(min = 100, max = 500) int count, TextClient client) {
        expectHundreds("gat 0", count, client);
    }

    private static void expectHundreds(String command, int count, TextClient client) {
        var expected = new StringBuilder();
        var keys = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            var value = "value of " + i;
            client.store("key" + i, 5, 0, value);
            keys.add("key" + i);
            expected.append("VALUE key" + i + " 5 " + value.length() + "\r\n" + value + "\r\n");
        }
        client.expect(expected + "END", command + " " + String.join(" ", keys));
    }
}
