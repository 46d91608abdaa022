package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** mg: hits and misses, and in which order it tells what. */
class MetaGetProperties extends TextRules {

    @Property
    @Checks({"M-GET-01", "M-GET-14"})
    void whatIsStoredIsFound(
            @ForAll("keys") String key,
            @ForAll("values") String value,
            @ForAll("flags") long flags,
            TextClient client) {
        client.expect("EN", "mg " + key + " v");
        client.store(key, flags, 0, value);
        client.expect("HD", "mg " + key + " q");
        client.expect("VA " + value.length() + " f" + flags + "\r\n" + value, "mg " + key + " v f");
    }

    @Property
    @Checks("M-GET-02")
    void flagsComeInTheOrderAskedFor(@ForAll("orders") List<String> order, TextClient client) {
        client.store("k", 7, 0, "value");
        var unique = client.unique("k");
        client.ask("mg k q");
        var answers = order.stream()
                .map(flag -> switch (flag) {
                    case "s" -> "s5";
                    case "t" -> "t-1";
                    case "c" -> "c" + unique;
                    case "f" -> "f7";
                    case "h" -> "h1";
                    case "k" -> "kk";
                    default -> flag;
                })
                .toList();
        client.expect("HD " + String.join(" ", answers), "mg k " + String.join(" ", order));
    }

    @Property
    @Checks("M-GET-03")
    void keyAndOpaqueComeBackFromAMiss(@ForAll boolean keyFirst, @ForAll("opaques") String opaque, TextClient client) {
        var flags = keyFirst ? "k O" + opaque : "O" + opaque + " k";
        client.expect("EN " + flags.replace("k", "kmissing"), "mg missing s " + flags + " v t");
    }

    @Example
    @Checks("M-GET-04")
    void quietMutesAMissOnly(TextClient client) {
        client.expect("", "mg k q v");
        client.store("k", "v");
        client.expect("HD", "mg k q");
        client.expect("VA 1\r\nv", "mg k q v");
        client.expect("HD W", "mg made q N0");
        client.expect("CLIENT_ERROR duplicate flag", "mg k q q");
    }

    @Example
    @Checks("M-GET-09")
    void theTimeShownIsThatOfItsPlaceInTheLine(TextClient client) {
        client.store("k", "v");
        client.expect("HD t-1", "mg k t T1000");
        var shown = client.ask("mg k T5000 t");
        if (!List.of("HD t5000\r\n", "HD t4999\r\n").contains(shown)) {
            throw new AssertionError("expected a time of 5000 seconds");
        }
        client.expect("HD t-1", "mg k T0 t");
    }

    @Example
    @Checks("M-GET-10")
    void hitsAreTold(TextClient client) {
        client.store("k", "v");
        client.expect("HD h0", "mg k u h");
        client.expect("HD h0", "mg k h");
        client.expect("HD h1", "mg k h");
        client.expect("HD h1", "mg k h u");
    }

    @Example
    @Checks("M-GET-12")
    void anUnchangedValueMayBeLeftOut(TextClient client) {
        client.store("k", "v");
        var unique = client.unique("k");
        client.expect(client.hasNewParser() ? "HD" : "VA 1\r\nv", "mg k v C" + unique);
        client.expect("VA 1\r\nv", "mg k v C" + unique + "0");
    }
}
