package io.github.fakecached.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.conformance.target.Target;
import net.spy.memcached.ConnectionFactoryBuilder;
import net.spy.memcached.MemcachedClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What Amazon's ElastiCache cluster client has that spymemcached, of which it is a fork, has not. It is run with the class path
 * of that client only, as {@link SpymemcachedOperations} are too.
 */
@Tag("elasticache")
class ElastiCacheTest extends ClientTest {

    private MemcachedClient client;

    @Override
    void connect(Target target) throws Exception {
        client = SpymemcachedOperations.connected(target.address(), new ConnectionFactoryBuilder());
    }

    @Override
    void hangUp() {
        client.shutdown();
    }

    @Test
    void theClassPathHasAmazonsClient() {
        assertThat(client).extracting("clientMode").hasToString("Static");
    }

    @Test
    void getAndTouchByText() throws Exception {
        assertThat(client.getAndTouch("k", 100)).isNull();
        SpymemcachedOperations.done(client.set("k", 1, "value"));
        assertThat(client.getAndTouch("k", 100).getValue()).isEqualTo("value");
        pass(1);
        assertThat(client.get("k")).isEqualTo("value");
    }
}
