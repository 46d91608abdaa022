package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Which bytes a key may have, and how many. */
class KeyProperties extends TextRules {

    @Property
    @Checks("T-KEY-01")
    void aKeyMayHaveAnyByteThatEndsNoWord(@ForAll("keys") String key, @ForAll("keys") String other, TextClient client) {
        client.store(key, "1");
        client.expectItem(key, 0, "1");
        client.expect("2", "incr " + key + " 1");
        if (!other.equals(key)) {
            client.expectNone(other);
        }
        client.expect("DELETED", "delete " + key);
    }

    @Property(tries = 20)
    @Checks("T-KEY-02")
    void aLongerKeyIsRefused(@ForAll @IntRange(min = 251, max = 1000) int length, TextClient client) {
        var key = "k".repeat(length);
        for (var line :
                new String[] {"incr " + key + " 1", "decr " + key + " 1", "touch " + key + " 0", "delete " + key}) {
            client.expect(FORMAT, line);
        }
        for (var line : new String[] {"get " + key, "gets k " + key, "gat 0 " + key}) {
            client.expectFormatError(line);
        }
    }

    @Example
    @Checks("T-KEY-03")
    void nulIsAByteOfAKeySince1640(TextClient client) {
        client.store("a", "whole");
        if (client.hasNewParser()) {
            client.store("a\0b", "part");
            client.expectItem("a\0b", 0, "part");
            client.expectItem("a", 0, "whole");
        } else {
            client.expect("VALUE a 0 5\r\nwhole\r\nEND", "get a\0b");
        }
    }

    @Property(tries = 20)
    @Checks("T-KEY-04")
    void bytesAreCountedAndNotCharacters(@ForAll("scripts") String character, TextClient client) {
        var encoded = new String(character.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        var longest = encoded.repeat(250 / encoded.length());
        client.store(longest, "v");
        client.expectItem(longest, 0, "v");
        client.expectFormatError("get " + longest + encoded);
    }

    @Property(tries = 20)
    @Checks("T-KEY-05")
    void everyByteOfAKeyCounts(
            @ForAll @IntRange(min = 1, max = 250) int length, @ForAll Random random, TextClient client) {
        var key = "k".repeat(length);
        int place = random.nextInt(length);
        var other = key.substring(0, place) + "K" + key.substring(place + 1);
        client.store(key, "v");
        client.expectNone(other);
        client.store(other, "other");
        client.expectItem(key, 0, "v");
    }

    @Example
    @Checks("T-KEY-06")
    void anyWordMayBeAKey(TextClient client) {
        for (var key :
                new String[] {"get", "set", "END", "0", "-1", "4294967296", "flush_all", "noreply", "HTTP/1.1"}) {
            client.store(key, "1");
            client.expectItem(key, 0, "1");
            client.expect("2", "incr " + key + " 1");
        }
    }

    @Provide
    Arbitrary<String> scripts() {
        return Arbitraries.of("\u00e4", "\u20ac", "\u6f22", "\ud83d\ude00");
    }
}
