package io.github.fakecached.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;

import net.rubyeye.xmemcached.CommandFactory;
import net.rubyeye.xmemcached.command.BinaryCommandFactory;
import org.junit.jupiter.api.Test;

/** xmemcached with its binary commands, and the operations that it has with these only. */
class XmemcachedBinaryTest extends XmemcachedOperations {

    @Override
    CommandFactory commands() {
        return new BinaryCommandFactory();
    }

    @Test
    void getAndTouch() throws Exception {
        assertThat(client.<String>getAndTouch("k", 100)).isNull();
        client.set("k", 1, "value");
        assertThat(client.<String>getAndTouch("k", 100)).isEqualTo("value");
        pass(1);
        assertThat(client.<String>get("k")).isEqualTo("value");
    }

    @Test
    void aCounterIsMadeWithItsTimeToLive() throws Exception {
        assertThat(client.incr("n", 5, 10, 1000, 1)).isEqualTo(10);
        assertThat(client.incr("n", 5)).isEqualTo(15);
        pass(1);
        assertThat(client.<String>get("n")).isNull();
    }
}
