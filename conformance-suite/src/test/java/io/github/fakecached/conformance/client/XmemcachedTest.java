package io.github.fakecached.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.conformance.target.Target;
import java.util.List;
import net.rubyeye.xmemcached.CASOperation;
import net.rubyeye.xmemcached.GetsResponse;
import net.rubyeye.xmemcached.MemcachedClient;
import net.rubyeye.xmemcached.XMemcachedClientBuilder;
import net.rubyeye.xmemcached.command.TextCommandFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** xmemcached with its text commands; the operations that answer. Those without a reply are in {@link XmemcachedNoReplyTest}. */
@ParameterizedClass
@MethodSource("targets")
class XmemcachedTest extends ClientTest {

    private MemcachedClient client;

    @Override
    void connect(Target target) throws Exception {
        client = connected(target);
    }

    static MemcachedClient connected(Target target) throws Exception {
        var builder = new XMemcachedClientBuilder(List.of(target.address()));
        builder.setCommandFactory(new TextCommandFactory());
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
    void anExpiredItemIsGone() throws Exception {
        client.set("k", 2, "value");
        pass(2);
        assertThat(client.<String>get("k")).isNull();
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
    void touch() throws Exception {
        assertThat(client.touch("k", 100)).isFalse();
        client.set("k", 2, "value");
        assertThat(client.touch("k", 100)).isTrue();
        pass(2);
        assertThat(client.<String>get("k")).isEqualTo("value");
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
    }

    @Test
    void namespaces() throws Exception {
        client.withNamespace("n", c -> c.set("k", 0, "value"));
        assertThat(client.<String>withNamespace("n", c -> c.get("k"))).isEqualTo("value");
        client.invalidateNamespace("n");
        assertThat(client.<String>withNamespace("n", c -> c.get("k"))).isNull();
    }
}
