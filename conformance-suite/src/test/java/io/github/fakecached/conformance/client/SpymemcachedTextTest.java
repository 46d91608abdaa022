package io.github.fakecached.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.spy.memcached.ConnectionFactoryBuilder.Protocol;
import net.spy.memcached.internal.OperationFuture;
import net.spy.memcached.ops.OperationException;
import org.junit.jupiter.api.Test;

/** spymemcached with the text protocol, which it speaks unless told otherwise. */
class SpymemcachedTextTest extends SpymemcachedOperations {

    @Override
    Protocol protocol() {
        return Protocol.TEXT;
    }

    @Override
    void assertRefused(OperationFuture<?> operation, Refusal refusal) {
        assertThatThrownBy(() -> done(operation))
                .hasRootCauseInstanceOf(OperationException.class)
                .hasMessageContaining(
                        switch (refusal) {
                            case TOO_LARGE -> "SERVER_ERROR object too large for cache";
                            case NOT_A_NUMBER -> "CLIENT_ERROR cannot increment or decrement non-numeric value";
                        });
    }

    @Test
    void flushLater() throws Exception {
        done(client.set("k", 0, "value"));
        assertThat(done(client.flush(1000))).isTrue();
        assertThat(client.get("k")).isEqualTo("value");
    }
}
