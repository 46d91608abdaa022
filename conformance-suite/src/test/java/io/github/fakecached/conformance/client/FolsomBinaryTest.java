package io.github.fakecached.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.spotify.folsom.BinaryMemcacheClient;
import com.spotify.folsom.MemcacheClientBuilder;
import com.spotify.folsom.MemcacheStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * folsom, connected for the binary protocol, and the operations that it has in that protocol only; without getAndTouch for
 * several keys, whose request memcached, too, answers by closing the connection.
 */
class FolsomBinaryTest extends FolsomOperations<BinaryMemcacheClient<String>> {

    @Override
    BinaryMemcacheClient<String> connect(MemcacheClientBuilder<String> builder) {
        return builder.connectBinary();
    }

    @Override
    MemcacheStatus replaceOfAMissingKey() {
        return MemcacheStatus.KEY_NOT_FOUND;
    }

    @Test
    void noop() throws Exception {
        assertThat(done(client.noop())).isNull();
    }

    @Test
    void incrAndDecrWithInitialValues() throws Exception {
        assertThat(done(client.incr("n", 1, 10, 0))).isEqualTo(10);
        assertThat(done(client.incr("n", 5, 0, 0))).isEqualTo(15);
        assertThat(done(client.decr("n", 6, 0, 0))).isEqualTo(9);
        assertThat(done(client.decr("n", 100, 0, 0))).isZero();
        assertThat(done(client.decr("missing", 1, 7, 0))).isEqualTo(7);
    }

    @Test
    void addAndReplaceWithCas() throws Exception {
        done(client.set("k", "old", 0));
        long cas = done(client.casGet("k")).getCas();
        assertThat(done(client.replace("k", "new", 0, cas + 1))).isEqualTo(MemcacheStatus.KEY_EXISTS);
        assertThat(done(client.replace("k", "new", 0, cas))).isEqualTo(MemcacheStatus.OK);
        assertThat(done(client.add("k", "newer", 0, cas))).isEqualTo(MemcacheStatus.ITEM_NOT_STORED);
        assertThat(done(client.add("missing", "value", 0, cas))).isEqualTo(MemcacheStatus.KEY_NOT_FOUND);
        assertThat(done(client.get("k"))).isEqualTo("new");
    }

    @Test
    void appendAndPrependWithCas() throws Exception {
        done(client.set("k", "b", 0));
        long cas = done(client.casGet("k")).getCas();
        assertThat(done(client.append("k", "no", cas + 1))).isEqualTo(MemcacheStatus.KEY_EXISTS);
        assertThat(done(client.append("k", "c", cas))).isEqualTo(MemcacheStatus.OK);
        assertThat(done(client.prepend("k", "no", cas))).isEqualTo(MemcacheStatus.KEY_EXISTS);
        assertThat(done(client.prepend("k", "a", done(client.casGet("k")).getCas())))
                .isEqualTo(MemcacheStatus.OK);
        assertThat(done(client.get("k"))).isEqualTo("abc");
    }

    @Test
    void getAndTouch() throws Exception {
        assertThat(done(client.getAndTouch("k", 100))).isNull();
        done(client.set("a", "1", 1));
        done(client.set("c", "3", 1));
        assertThat(done(client.getAndTouch("a", 100))).isEqualTo("1");
        long cas = done(client.casGet("c")).getCas();
        assertThat(done(client.casGetAndTouch("c", 100)).getCas()).isEqualTo(cas);
        pass(1);
        assertThat(done(client.get(List.of("a", "c")))).containsExactly("1", "3");
    }
}
