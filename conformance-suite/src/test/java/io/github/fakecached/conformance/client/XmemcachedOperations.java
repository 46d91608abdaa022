package io.github.fakecached.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fakecached.conformance.target.Target;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import net.rubyeye.xmemcached.CASOperation;
import net.rubyeye.xmemcached.CommandFactory;
import net.rubyeye.xmemcached.GetsResponse;
import net.rubyeye.xmemcached.MemcachedClient;
import net.rubyeye.xmemcached.XMemcachedClientBuilder;
import net.rubyeye.xmemcached.exception.MemcachedException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The operations that xmemcached has in both protocols and that answer; those without a reply are in {@link XmemcachedNoReplyOperations}. */
abstract class XmemcachedOperations extends ClientTest {

    MemcachedClient client;

    abstract CommandFactory commands();

    @Override
    void connect(Target target) throws Exception {
        client = connected(target, commands());
    }

    static MemcachedClient connected(Target target, CommandFactory commands) throws IOException {
        var builder = new XMemcachedClientBuilder(List.of(target.address()));
        builder.setCommandFactory(commands);
        return builder.build();
    }

    @Override
    void hangUp() throws Exception {
        client.shutdown();
    }

    /** Puts the same value whatever was there. */
    static CASOperation<String> to(String value) {
        return new CASOperation<>() {
            @Override
            public int getMaxTries() {
                return 3;
            }

            @Override
            public String getNewValue(long unique, String old) {
                return value;
            }
        };
    }

    @Test
    void setAndGet() throws Exception {
        assertThat(client.<String>get("k")).isNull();
        assertThat(client.set("k", 0, "value")).isTrue();
        assertThat(client.<String>get("k")).isEqualTo("value");
        assertThat(client.set("k", 0, List.of("a", 1))).isTrue();
        assertThat(client.<List<Object>>get("k")).isEqualTo(List.of("a", 1));
    }

    @Test
    void aValueThatIsTooLargeIsRefused() throws Exception {
        // The largest that xmemcached sends; random, since it compresses.
        var bytes = new byte[1024 * 1024];
        new Random(1).nextBytes(bytes);
        assertRefused(() -> client.set("k", 0, bytes), "too (large|big)");
        assertThat(client.<String>get("k")).isNull();
    }

    @Test
    void anExpiredItemIsGoneUnlessItWasTouched() throws Exception {
        assertThat(client.touch("kept", 100)).isFalse();
        client.set("expiring", 1, "value");
        client.set("kept", 1, "value");
        assertThat(client.touch("kept", 100)).isTrue();
        pass(1);
        assertThat(client.<String>get("expiring")).isNull();
        assertThat(client.<String>get("kept")).isEqualTo("value");
    }

    @Test
    void addAndReplace() throws Exception {
        assertThat(client.replace("k", 0, "none")).isFalse();
        assertThat(client.add("k", 0, "first")).isTrue();
        assertThat(client.add("k", 0, "second")).isFalse();
        assertThat(client.replace("k", 0, "third")).isTrue();
        assertThat(client.<String>get("k")).isEqualTo("third");
    }

    @Test
    void appendAndPrepend() throws Exception {
        assertThat(client.append("k", "c")).isFalse();
        client.set("k", 0, "b");
        assertThat(client.append("k", "c")).isTrue();
        assertThat(client.prepend("k", "a")).isTrue();
        assertThat(client.<String>get("k")).isEqualTo("abc");
    }

    @Test
    void getsAndCas() throws Exception {
        client.set("k", 0, "old");
        GetsResponse<String> seen = client.gets("k");
        assertThat(seen.getValue()).isEqualTo("old");
        assertThat(client.cas("k", 0, "new", seen.getCas() + 1)).isFalse();
        assertThat(client.cas("k", 0, "new", seen.getCas())).isTrue();
        assertThat(client.cas("k", to("newer"))).isTrue();
        assertThat(client.<String>get("k")).isEqualTo("newer");
    }

    @Test
    void severalKeysAtOnce() throws Exception {
        client.set("a", 0, "1");
        client.set("b", 0, "2");
        assertThat(client.<String>get(List.of("a", "missing", "b"))).hasSize(2).containsEntry("b", "2");
        assertThat(client.<String>gets(List.of("a", "b")).get("a").getValue()).isEqualTo("1");
    }

    @Test
    void incrDecrAndCounter() throws Exception {
        assertThat(client.incr("n", 5, 10)).isEqualTo(10);
        assertThat(client.incr("n", 5)).isEqualTo(15);
        assertThat(client.decr("n", 6)).isEqualTo(9);
        assertThat(client.decr("n", 100)).isZero();
        assertThat(client.decr("m", 1, 7)).isEqualTo(7);
        var counter = client.getCounter("c", 3);
        assertThat(counter.incrementAndGet()).isEqualTo(4);
        assertThat(counter.addAndGet(-2)).isEqualTo(2);
        assertThat(counter.get()).isEqualTo(2);
    }

    @Test
    void delete() throws Exception {
        assertThat(client.delete("k")).isFalse();
        client.set("k", 0, "value");
        assertThat(client.delete("k")).isTrue();
        assertThat(client.<String>get("k")).isNull();
    }

    @Test
    void incrOfWhatIsNoNumberIsRefused() throws Exception {
        client.set("k", 0, "value");
        assertRefused(() -> client.incr("k", 1), "non-numeric");
        assertRefused(() -> client.decr("k", 1), "non-numeric");
        assertThat(client.<String>get("k")).isEqualTo("value");
    }

    /** Holds that it fails with an error in whose text the pattern is found; for binary errors xmemcached has words of its own. */
    private static void assertRefused(ThrowingCallable operation, String pattern) {
        assertThatThrownBy(operation)
                .isInstanceOf(MemcachedException.class)
                .message()
                .containsPattern("(?i)" + pattern);
    }

    @Test
    void flushAll() throws Exception {
        client.set("k", 0, "value");
        client.flushAll();
        assertThat(client.<String>get("k")).isNull();
        client.set("k", 0, "value");
        client.flushAll(target.address());
        assertThat(client.<String>get("k")).isNull();
    }

    @Test
    void statsAndVersions() throws Exception {
        var server = target.address();
        assertThat(client.getStats().get(server)).containsKeys("pid", "curr_items", "limit_maxbytes");
        assertThat(client.stats(server)).containsKey("cmd_get");
        assertThat(client.getStatsByItem("settings").get(server)).containsEntry("item_size_max", "1048576");
        assertThat(client.getVersions().get(server)).isEqualTo(target.version().toString());
        assertThat(client.getAvailableServers()).containsExactly(server);
    }

    @Test
    void namespaces() throws Exception {
        client.withNamespace("n", c -> c.set("k", 0, "value"));
        assertThat(client.<String>withNamespace("n", c -> c.get("k"))).isEqualTo("value");
        client.invalidateNamespace("n");
        assertThat(client.<String>withNamespace("n", c -> c.get("k"))).isNull();
    }
}
