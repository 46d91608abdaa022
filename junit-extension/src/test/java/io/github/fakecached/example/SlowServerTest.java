package io.github.fakecached.example;

import static io.github.fakecached.fault.CommandMatcher.command;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.FakeMemcached;
import io.github.fakecached.fault.Gate;
import io.github.fakecached.junit.MemcachedTest;
import net.spy.memcached.MemcachedClient;
import org.junit.jupiter.api.Test;

@MemcachedTest
class SlowServerTest {
    @Test
    void nobodyWaitsUntilAProductIsStored(FakeMemcached memcached, MemcachedClient client) throws Exception {
        Gate gate = memcached
                .faults()
                .on(command("set").key("product:7"))
                .beforeExecute()
                .gate();
        var stored = client.set("product:7", 60, "chair");

        gate.awaitArrival();
        assertThat(stored.isDone()).isFalse();
        gate.open();

        assertThat(stored.get()).isTrue();
    }
}
