package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.target.Startup;
import io.github.fakecached.conformance.target.Target;
import net.jqwik.api.Example;

/** A server whose memory fills up, and that throws items away. */
@StartedWith(Startup.LITTLE_MEMORY)
class MemoryOptionProperties extends TextRules {

    private static final String VALUE = "v".repeat(100_000);
    private static final int MANY = 200;

    @Example
    @Checks("A-OPTION-04")
    void oldItemsMakeRoomForNewOnes(TextClient client) {
        long before = Stats.of(client).get("evictions");
        fill(client);
        client.expectNone("k0");
        client.expectItem("k" + (MANY - 1), 0, VALUE);
        long evictions = Stats.of(client).get("evictions") - before;
        if (evictions < MANY / 2 || evictions > MANY) {
            throw new AssertionError("evictions went up by " + evictions);
        }
    }

    @Example
    @Checks("A-OPTION-05")
    void watchersAreToldOfItemsThrownAway(TextClient client, Target target) {
        try (var watcher = new Watcher(target, "evictions")) {
            fill(client);
            watcher.await("type=eviction key=k\\d+ fetch=no ttl=-?\\d+ la=\\d+ clsid=\\d+( size=100000)?\n");
        }
    }

    private static void fill(TextClient client) {
        for (int i = 0; i < MANY; i++) {
            client.store("k" + i, VALUE);
        }
    }
}
