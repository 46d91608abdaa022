package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** md: what is deleted, and what is kept as stale. */
class MetaDeleteProperties extends TextRules {

    @Property
    @Checks("M-DELETE-01")
    void theItemIsGone(@ForAll("keys") String key, @ForAll("opaques") String opaque, TextClient client) {
        client.expect("NF O" + opaque + " k" + key, "md " + key + " O" + opaque + " k");
        client.store(key, "v");
        client.expect("HD k" + key + " O" + opaque, "md " + key + " k O" + opaque);
        client.expectNone(key);
    }

    @Example
    @Checks("M-DELETE-02")
    void theUniqueIsCompared(TextClient client) {
        client.store("k", "v");
        var unique = client.unique("k");
        client.expect("EX", "md k C0");
        client.expect("EX", "md k C" + unique + "0");
        client.expectItem("k", 0, "v");
        client.expect("HD", "md k C" + unique);
        client.expectNone("k");
        client.expect("NF", "md k C" + unique);
    }

    @Property(tries = 20)
    @Checks("M-DELETE-08")
    void keyAndOpaqueComeBackWithEx(@ForAll("keys") String key, @ForAll("opaques") String opaque, TextClient client) {
        client.store(key, "v");
        client.expect("EX O" + opaque + " k" + key, "md " + key + " C0 O" + opaque + " k");
        client.expectItem(key, 0, "v");
    }

    @Example
    @Checks("M-DELETE-03")
    void quietMutesSuccessOnly(TextClient client) {
        client.expect("NF", "md k q");
        client.store("k", "v");
        client.expect("EX", "md k q C0");
        client.expect("", "md k q");
        client.expectNone("k");
    }

    @Example
    @Checks({"M-DELETE-04", "M-DELETE-06"})
    void aStaleItemIsKept(TextClient client) {
        client.store("k", 5, 0, "v");
        var unique = client.unique("k");
        client.expect("HD", "md k I");
        client.expectItem("k", 5, "v");
        if (client.unique("k").equals(unique)) {
            throw new AssertionError("the unique stayed " + unique);
        }
        client.expect("HD X W", "mg k");
        client.expect("HD Z X", "mg k");
        client.expect("HD", "md k I");
        client.expect("HD X W", "mg k");
    }

    @Example
    @Checks("M-DELETE-05")
    void aStaleItemMayBeGivenAnotherTime(TextClient client) {
        client.store("k", "v");
        client.expect("HD", "md k I T-1");
        client.expectNone("k");
        client.store("k", "v");
        client.expect("HD", "md k T1000");
        client.expectNone("k");
    }

    @Property(tries = 20)
    @Checks("M-DELETE-07")
    void theValueMayBeDroppedAlone(@ForAll("values") String value, @ForAll("flags") long flags, TextClient client) {
        client.store("k", flags, 0, value);
        if (client.version().takesChosenUniques()) {
            client.expect("HD", "md k x");
            client.expect("VA 0 f0 s0 t-1\r\n", "mg k v f s t");
        } else {
            client.expect("CLIENT_ERROR invalid or duplicate flag", "md k x");
            client.expectItem("k", flags, value);
        }
    }
}
