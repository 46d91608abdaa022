package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.target.Startup;
import io.github.fakecached.conformance.target.Target;
import java.util.List;
import net.jqwik.api.Example;

/** A server without uniques, as meta commands see it. */
@StartedWith(Startup.WITHOUT_CAS)
class MetaUniquesOptionProperties extends TextRules {

    @Example
    @Checks("M-OPTION-01")
    void everyUniqueIsZero(TextClient client, Target target) {
        afterTheFlush(target);
        client.expect("HD c0", "ms k 1 c", "5");
        client.expect("HD c0", "mg k c");
        client.expect("HD c0", "ma k c");
        client.expectMatch("ME k .* cas=0 .*", "me k");
    }

    @Example
    @Checks("M-OPTION-02")
    void onlyAppendingDoesNotLookAtAUnique(TextClient client, Target target) {
        afterTheFlush(target);
        client.store("k", "5");
        for (var mode : List.of("", " MS", " MR")) {
            client.expect("EX", "ms k 1 C0" + mode, "v");
            client.expect("EX", "ms k 1 C1" + mode, "v");
        }
        for (var unique : List.of("C1", "C18446744073709551615")) {
            client.expect("EX", "md k " + unique);
            client.expect("EX", "ma k " + unique);
        }
        client.expectItem("k", 0, "5");
        client.expect("HD", "ms k 1 C1 MA", "0");
        client.expect("HD", "ms k 1 C1 MP", "1");
        client.expectItem("k", 0, "150");
    }
}
