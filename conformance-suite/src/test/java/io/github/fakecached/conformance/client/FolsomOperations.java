package io.github.fakecached.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.spotify.folsom.MemcacheClient;
import com.spotify.folsom.MemcacheClientBuilder;
import com.spotify.folsom.MemcacheStatus;
import io.github.fakecached.conformance.target.Target;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The operations that folsom has in both protocols. */
abstract class FolsomOperations<C extends MemcacheClient<String>> extends ClientTest {

    C client;

    abstract C connect(MemcacheClientBuilder<String> builder);

    abstract MemcacheStatus replaceOfAMissingKey();

    @Override
    void connect(Target target) throws Exception {
        client = connect(builder(target.address()));
        client.awaitConnected(10, TimeUnit.SECONDS);
    }

    static MemcacheClientBuilder<String> builder(InetSocketAddress server) {
        return MemcacheClientBuilder.newStringClient().withAddress(server.getHostString(), server.getPort());
    }

    @Override
    void hangUp() throws Exception {
        client.shutdown();
        client.awaitDisconnected(10, TimeUnit.SECONDS);
    }

    static <T> T done(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(5, TimeUnit.SECONDS);
    }

    @Test
    void setAndGet() throws Exception {
        assertThat(done(client.get("k"))).isNull();
        assertThat(done(client.set("k", "value", 0))).isEqualTo(MemcacheStatus.OK);
        assertThat(done(client.get("k"))).isEqualTo("value");
    }

    @Test
    void flagsComeBack() throws Exception {
        assertThat(done(client.set("k", "value", 0, 77))).isEqualTo(MemcacheStatus.OK);
        assertThat(done(client.casGet("k")).getFlags()).isEqualTo(77);
    }

    @Test
    void anExpiredItemIsGoneUnlessItWasTouched() throws Exception {
        assertThat(done(client.touch("kept", 100))).isEqualTo(MemcacheStatus.KEY_NOT_FOUND);
        done(client.set("expiring", "value", 1));
        done(client.set("kept", "value", 1));
        assertThat(done(client.touch("kept", 100))).isEqualTo(MemcacheStatus.OK);
        pass(1);
        assertThat(done(client.get("expiring"))).isNull();
        assertThat(done(client.get("kept"))).isEqualTo("value");
    }

    @Test
    void addAndReplace() throws Exception {
        assertThat(done(client.replace("k", "none", 0))).isEqualTo(replaceOfAMissingKey());
        assertThat(done(client.add("k", "first", 0))).isEqualTo(MemcacheStatus.OK);
        assertThat(done(client.add("k", "second", 0))).isEqualTo(MemcacheStatus.ITEM_NOT_STORED);
        assertThat(done(client.replace("k", "third", 0))).isEqualTo(MemcacheStatus.OK);
        assertThat(done(client.get("k"))).isEqualTo("third");
    }

    @Test
    void appendAndPrepend() throws Exception {
        assertThat(done(client.append("k", "c"))).isEqualTo(MemcacheStatus.ITEM_NOT_STORED);
        done(client.set("k", "b", 0));
        assertThat(done(client.append("k", "c"))).isEqualTo(MemcacheStatus.OK);
        assertThat(done(client.prepend("k", "a"))).isEqualTo(MemcacheStatus.OK);
        assertThat(done(client.get("k"))).isEqualTo("abc");
    }

    @Test
    void casGetAndSetWithCas() throws Exception {
        assertThat(done(client.set("k", "none", 0, 1L))).isEqualTo(MemcacheStatus.KEY_NOT_FOUND);
        done(client.set("k", "old", 0));
        var seen = done(client.casGet("k"));
        assertThat(seen.getValue()).isEqualTo("old");
        assertThat(done(client.set("k", "new", 0, seen.getCas() + 1))).isEqualTo(MemcacheStatus.KEY_EXISTS);
        assertThat(done(client.set("k", "new", 0, seen.getCas()))).isEqualTo(MemcacheStatus.OK);
        assertThat(done(client.get("k"))).isEqualTo("new");
    }

    @Test
    void severalKeysAtOnce() throws Exception {
        done(client.set("a", "1", 0));
        done(client.set("c", "3", 0));
        assertThat(done(client.get(List.of("a", "b", "c")))).isEqualTo(Arrays.asList("1", null, "3"));
        assertThat(done(client.getAsMap(List.of("a", "b")))).containsEntry("a", "1");
        assertThat(done(client.casGet(List.of("a", "c"))).get(1).getValue()).isEqualTo("3");
        assertThat(done(client.casGetAsMap(List.of("a"))).get("a").getValue()).isEqualTo("1");
    }

    @Test
    void deleteWithCas() throws Exception {
        done(client.set("k", "value", 0));
        long cas = done(client.casGet("k")).getCas();
        assertThat(done(client.delete("k", cas + 1))).isEqualTo(MemcacheStatus.KEY_EXISTS);
        assertThat(done(client.delete("k", cas))).isEqualTo(MemcacheStatus.OK);
        assertThat(done(client.get("k"))).isNull();
    }

    @Test
    void delete() throws Exception {
        assertThat(done(client.delete("k"))).isEqualTo(MemcacheStatus.KEY_NOT_FOUND);
        done(client.set("k", "value", 0));
        assertThat(done(client.delete("k"))).isEqualTo(MemcacheStatus.OK);
        done(client.set("k", "value", 0));
        assertThat(done(client.deleteAll("k"))).isEqualTo(MemcacheStatus.OK);
        assertThat(done(client.get("k"))).isNull();
    }

    @Test
    void flushAll() throws Exception {
        done(client.set("k", "value", 0));
        assertThat(done(client.flushAll(1000))).isEqualTo(MemcacheStatus.OK);
        assertThat(done(client.get("k"))).isEqualTo("value");
        assertThat(done(client.flushAll(0))).isEqualTo(MemcacheStatus.OK);
        assertThat(done(client.get("k"))).isNull();
    }

    @Test
    void stats() throws Exception {
        var stats = done(client.getStats("")).values().iterator().next().getStats();
        assertThat(stats).containsEntry("version", target.version().toString()).containsKey("curr_items");
    }

    @Test
    void aValueThatIsTooLargeIsRefused() throws Exception {
        var large = "v".repeat(1024 * 1024);
        assertThat(done(client.set("k", large, 0))).isEqualTo(MemcacheStatus.VALUE_TOO_LARGE);
        assertThat(done(client.get("k"))).isNull();
    }

    @Test
    void hundredsOfKeysAndALargeValue() throws Exception {
        for (int i = 0; i < 300; i++) {
            client.set("k" + i, "v" + i, 0);
        }
        var keys = IntStream.range(0, 300).mapToObj(i -> "k" + i).toList();
        assertThat(done(client.get(keys))).hasSize(300).endsWith("v299");
        var large = "v".repeat(1_000_000);
        assertThat(done(client.set("large", large, 0))).isEqualTo(MemcacheStatus.OK);
        assertThat(done(client.get("large"))).isEqualTo(large);
    }
}
