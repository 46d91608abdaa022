package io.github.fakecached.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.conformance.target.Target;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import net.spy.memcached.CASResponse;
import net.spy.memcached.ConnectionFactory;
import net.spy.memcached.ConnectionFactoryBuilder;
import net.spy.memcached.ConnectionFactoryBuilder.Protocol;
import net.spy.memcached.MemcachedClient;
import net.spy.memcached.internal.OperationFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The operations that spymemcached has in both protocols. Amazon's client has the same packages and classes: the build runs
 * these tests once more with it in spymemcached's place.
 */
@Tag("net.spy.memcached")
abstract class SpymemcachedOperations extends ClientTest {

    /** Held, since loggers that nobody holds forget their level. */
    private static final Logger LOGGER = Logger.getLogger("net.spy.memcached");

    MemcachedClient client;

    abstract Protocol protocol();

    /**
     * Holds that the operation was answered with an error, of this kind in the words of the protocol. After an error in the text
     * protocol spymemcached closes the connection and waits for two seconds, so this is the last that a test does.
     */
    abstract void assertRefused(OperationFuture<?> operation, Refusal refusal) throws Exception;

    enum Refusal {
        TOO_LARGE,
        NOT_A_NUMBER
    }

    @Override
    void connect(Target target) throws Exception {
        client = connected(target.address(), new ConnectionFactoryBuilder().setProtocol(protocol()));
    }

    static MemcachedClient connected(InetSocketAddress server, ConnectionFactoryBuilder builder) throws IOException {
        return connected(List.of(server), builder.build());
    }

    static MemcachedClient connected(List<InetSocketAddress> servers, ConnectionFactory factory) throws IOException {
        System.setProperty("net.spy.log.LoggerImpl", "net.spy.memcached.compat.log.SunLogger");
        LOGGER.setLevel(Level.OFF);
        return new MemcachedClient(factory, servers);
    }

    @Override
    void hangUp() {
        client.shutdown();
    }

    static <T> T done(Future<T> future) throws Exception {
        return future.get(5, TimeUnit.SECONDS);
    }

    @Test
    void setAndGet() throws Exception {
        assertThat(client.get("k")).isNull();
        assertThat(done(client.set("k", 0, "value"))).isTrue();
        assertThat(client.get("k")).isEqualTo("value");
        assertThat(done(client.asyncGet("k"))).isEqualTo("value");
    }

    @Test
    void valuesOfOtherTypesComeBackByTheirFlags() throws Exception {
        for (Object value :
                List.of(42, 42L, true, new byte[] {0, 1, -1}, 1.5, "x".repeat(100_000), List.of("a", "b"))) {
            assertThat(done(client.set("k", 0, value))).isTrue();
            assertThat(client.get("k")).isEqualTo(value);
        }
    }

    @Test
    void aValueThatIsTooLargeIsRefused() throws Exception {
        // Random, since spymemcached compresses.
        var bytes = new byte[2_000_000];
        new Random(1).nextBytes(bytes);
        assertRefused(client.set("k", 0, bytes), Refusal.TOO_LARGE);
    }

    @Test
    void anExpiredItemIsGoneUnlessItWasTouched() throws Exception {
        assertThat(done(client.touch("kept", 100))).isFalse();
        assertThat(done(client.set("expiring", 1, "value"))).isTrue();
        assertThat(done(client.set("kept", 1, "value"))).isTrue();
        assertThat(done(client.touch("kept", 100))).isTrue();
        pass(1);
        assertThat(client.get("expiring")).isNull();
        assertThat(client.get("kept")).isEqualTo("value");
    }

    @Test
    void add() throws Exception {
        assertThat(done(client.add("k", 0, "first"))).isTrue();
        assertThat(done(client.add("k", 0, "second"))).isFalse();
        assertThat(client.get("k")).isEqualTo("first");
    }

    @Test
    void replace() throws Exception {
        assertThat(done(client.replace("k", 0, "first"))).isFalse();
        assertThat(done(client.set("k", 0, "first"))).isTrue();
        assertThat(done(client.replace("k", 0, "second"))).isTrue();
        assertThat(client.get("k")).isEqualTo("second");
    }

    @Test
    void appendAndPrepend() throws Exception {
        assertThat(done(client.append("k", "c"))).isFalse();
        assertThat(done(client.prepend("k", "a"))).isFalse();
        assertThat(done(client.set("k", 0, "b"))).isTrue();
        assertThat(done(client.append("k", "c"))).isTrue();
        assertThat(done(client.prepend("k", "a"))).isTrue();
        assertThat(client.get("k")).isEqualTo("abc");
    }

    @Test
    void getsAndCas() throws Exception {
        assertThat(client.cas("k", 1, "value")).isEqualTo(CASResponse.NOT_FOUND);
        done(client.set("k", 0, "old"));
        var seen = client.gets("k");
        assertThat(seen.getValue()).isEqualTo("old");
        assertThat(client.cas("k", seen.getCas() + 1, "new")).isEqualTo(CASResponse.EXISTS);
        assertThat(client.cas("k", seen.getCas(), "new")).isEqualTo(CASResponse.OK);
        assertThat(client.cas("k", seen.getCas(), 100, "newer")).isEqualTo(CASResponse.EXISTS);
        assertThat(done(client.asyncCAS("k", done(client.asyncGets("k")).getCas(), "newest")))
                .isEqualTo(CASResponse.OK);
        assertThat(client.get("k")).isEqualTo("newest");
        assertThat(client.gets("missing")).isNull();
    }

    @Test
    void getBulk() throws Exception {
        done(client.set("a", 0, "1"));
        done(client.set("c", 0, "3"));
        assertThat(client.getBulk("a", "b", "c")).containsOnly(Map.entry("a", "1"), Map.entry("c", "3"));
        assertThat(done(client.asyncGetBulk(List.of("a")))).containsOnlyKeys("a");
    }

    @Test
    void incrAndDecr() throws Exception {
        assertThat(client.incr("n", 1)).isEqualTo(-1);
        assertThat(client.incr("n", 1, 10)).isEqualTo(10);
        assertThat(client.incr("n", 5)).isEqualTo(15);
        assertThat(client.decr("n", 6)).isEqualTo(9);
        assertThat(client.get("n")).asString().startsWith("9");
        assertThat(client.decr("n", 100)).isZero();
        assertThat(client.decr("m", 1, 7, 100)).isEqualTo(7);
        assertThat(done(client.asyncIncr("n", 3))).isEqualTo(3);
        assertThat(done(client.asyncDecr("n", 1))).isEqualTo(2);
    }

    @Test
    void delete() throws Exception {
        assertThat(done(client.delete("k"))).isFalse();
        done(client.set("k", 0, "value"));
        assertThat(done(client.delete("k"))).isTrue();
        assertThat(client.get("k")).isNull();
    }

    @Test
    void incrOfWhatIsNoNumberIsRefused() throws Exception {
        done(client.set("k", 0, "value"));
        assertRefused(client.asyncIncr("k", 1), Refusal.NOT_A_NUMBER);
    }

    @Test
    void decrOfWhatIsNoNumberIsRefused() throws Exception {
        done(client.set("k", 0, "value"));
        assertRefused(client.asyncDecr("k", 1), Refusal.NOT_A_NUMBER);
    }

    @Test
    void flush() throws Exception {
        done(client.set("k", 0, "value"));
        assertThat(done(client.flush())).isTrue();
        assertThat(client.get("k")).isNull();
    }

    @Test
    void statsAndVersions() {
        var server = target.address();
        assertThat(client.getStats().get(server)).containsKeys("pid", "version", "curr_items", "limit_maxbytes");
        assertThat(client.getStats("settings").get(server)).containsEntry("item_size_max", "1048576");
        assertThat(client.getVersions().get(server)).isEqualTo(target.version().toString());
        assertThat(client.getAvailableServers()).containsExactly(server);
    }

    @Test
    void manyOperationsAtOnce() throws Exception {
        for (int i = 0; i < 1000; i++) {
            client.set("k" + i, 0, i);
        }
        assertThat(client.waitForQueues(5, TimeUnit.SECONDS)).isTrue();
        var keys = IntStream.range(0, 1000).mapToObj(i -> "k" + i).toList();
        assertThat(client.getBulk(keys)).hasSize(1000).containsEntry("k999", 999);
    }
}
