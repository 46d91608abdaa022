package io.github.fakecached.conformance.client;

import static io.github.fakecached.conformance.client.XmemcachedOperations.to;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.conformance.target.Target;
import net.rubyeye.xmemcached.CommandFactory;
import net.rubyeye.xmemcached.MemcachedClient;
import org.junit.jupiter.api.Test;

/** xmemcached's operations that want no reply. It has one connection, so what is read after them was done after them. */
abstract class XmemcachedNoReplyOperations extends ClientTest {

    private MemcachedClient client;

    abstract CommandFactory commands();

    @Override
    void connect(Target target) throws Exception {
        client = XmemcachedOperations.connected(target, commands());
    }

    @Override
    void hangUp() throws Exception {
        client.shutdown();
    }

    @Test
    void setAddReplace() throws Exception {
        client.setWithNoReply("k", 0, "set");
        assertThat(client.<String>get("k")).isEqualTo("set");
        client.addWithNoReply("k", 0, "not added");
        assertThat(client.<String>get("k")).isEqualTo("set");
        client.addWithNoReply("other", 0, "added");
        assertThat(client.<String>get("other")).isEqualTo("added");
        client.replaceWithNoReply("k", 0, "replaced");
        assertThat(client.<String>get("k")).isEqualTo("replaced");
    }

    @Test
    void appendAndPrepend() throws Exception {
        client.set("k", 0, "b");
        client.appendWithNoReply("k", "c");
        client.prependWithNoReply("k", "a");
        assertThat(client.<String>get("k")).isEqualTo("abc");
    }

    @Test
    void incrAndDecr() throws Exception {
        client.set("n", 0, "10");
        client.incrWithNoReply("n", 5);
        client.decrWithNoReply("n", 3);
        assertThat(client.<String>get("n")).isEqualTo("12");
    }

    @Test
    void cas() throws Exception {
        client.set("k", 0, "old");
        client.casWithNoReply("k", to("new"));
        assertThat(client.<String>get("k")).isEqualTo("new");
    }

    @Test
    void delete() throws Exception {
        client.set("k", 0, "value");
        client.deleteWithNoReply("k");
        assertThat(client.<String>get("k")).isNull();
    }

    @Test
    void flushAll() throws Exception {
        client.set("k", 0, "value");
        client.flushAllWithNoReply();
        assertThat(client.<String>get("k")).isNull();
    }
}
