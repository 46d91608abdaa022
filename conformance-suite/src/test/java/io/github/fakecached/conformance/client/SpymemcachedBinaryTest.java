package io.github.fakecached.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;

import net.spy.memcached.ConnectionFactoryBuilder.Protocol;
import net.spy.memcached.internal.OperationFuture;
import org.junit.jupiter.api.Test;

/** spymemcached with the binary protocol, and the operations that it has in that protocol only. It sends no delay of a flush. */
class SpymemcachedBinaryTest extends SpymemcachedOperations {

    @Override
    Protocol protocol() {
        return Protocol.BINARY;
    }

    @Override
    void assertRefused(OperationFuture<?> operation, Refusal refusal) throws Exception {
        assertThat(done(operation)).isIn(false, -1L);
        assertThat(operation.getStatus().getMessage())
                .isEqualTo(
                        switch (refusal) {
                            case TOO_LARGE -> "Too large.";
                            case NOT_A_NUMBER -> "Non-numeric server-side value for incr or decr";
                        });
    }

    @Test
    void getAndTouch() throws Exception {
        assertThat(client.getAndTouch("k", 100)).isNull();
        done(client.set("k", 1, "value"));
        var seen = client.gets("k");
        var touched = client.getAndTouch("k", 100);
        assertThat(touched.getValue()).isEqualTo("value");
        assertThat(touched.getCas()).isEqualTo(seen.getCas());
        pass(1);
        assertThat(done(client.asyncGetAndTouch("k", 0)).getValue()).isEqualTo("value");
    }

    @Test
    void appendAndPrependWithCas() throws Exception {
        done(client.set("k", 0, "b"));
        long cas = client.gets("k").getCas();
        assertThat(done(client.append(cas + 1, "k", "no"))).isFalse();
        assertThat(done(client.append(cas, "k", "c"))).isTrue();
        assertThat(done(client.prepend(cas, "k", "no"))).isFalse();
        assertThat(done(client.prepend(client.gets("k").getCas(), "k", "a"))).isTrue();
        assertThat(client.get("k")).isEqualTo("abc");
    }

    @Test
    void deleteWithCas() throws Exception {
        done(client.set("k", 0, "value"));
        long cas = client.gets("k").getCas();
        assertThat(done(client.delete("k", cas + 1))).isFalse();
        assertThat(client.get("k")).isEqualTo("value");
        assertThat(done(client.delete("k", cas))).isTrue();
        assertThat(client.get("k")).isNull();
    }

    @Test
    void aCounterIsMadeWithItsTimeToLive() throws Exception {
        assertThat(client.incr("n", 1, 10, 1)).isEqualTo(10);
        assertThat(client.incr("n", 1)).isEqualTo(11);
        pass(1);
        assertThat(client.get("n")).isNull();
    }
}
