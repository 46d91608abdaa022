package io.github.fakecached.conformance.client.bundled;

import io.github.fakecached.conformance.client.CasResult;
import io.github.fakecached.conformance.client.ClientUnderTest;
import io.github.fakecached.conformance.client.Endpoint;
import io.github.fakecached.conformance.client.ValueWithCas;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.spy.memcached.CachedData;
import net.spy.memcached.ConnectionFactoryBuilder;
import net.spy.memcached.ConnectionFactoryBuilder.Protocol;
import net.spy.memcached.MemcachedClient;
import net.spy.memcached.auth.AuthDescriptor;
import net.spy.memcached.auth.PlainCallbackHandler;
import net.spy.memcached.internal.OperationFuture;
import net.spy.memcached.ops.OperationStatus;
import net.spy.memcached.ops.StatusCode;
import net.spy.memcached.transcoders.Transcoder;

/**
 * spymemcached with its own defaults, but for the timeout. Where it has a method that waits for the answer, that one is called, as
 * callers do; where there are only futures, their status is looked at.
 */
final class SpymemcachedUnderTest implements ClientUnderTest {

    /** Held, since loggers that nobody holds forget their level. */
    private static final Logger LOGGER = Logger.getLogger("net.spy.memcached");

    private static final int MANY_BYTES = 20 * 1024 * 1024;

    private final MemcachedClient client;
    private final Endpoint endpoint;

    SpymemcachedUnderTest(Protocol protocol, Endpoint endpoint) throws IOException {
        System.setProperty("net.spy.log.LoggerImpl", "net.spy.memcached.compat.log.SunLogger");
        LOGGER.setLevel(Level.OFF);
        var builder = new ConnectionFactoryBuilder()
                .setDaemon(true)
                .setProtocol(protocol)
                .setOpTimeout(endpoint.timeout().toMillis())
                .setTranscoder(new Bytes());
        endpoint.user()
                .ifPresent(user -> builder.setAuthDescriptor(new AuthDescriptor(
                        new String[] {"PLAIN"},
                        new PlainCallbackHandler(user.getUserName(), new String(user.getPassword())))));
        this.client = new MemcachedClient(builder.build(), List.of(endpoint.address()));
        this.endpoint = endpoint;
    }

    private record Flagged(byte[] bytes, int flags) {}

    @Override
    public byte[] get(String key) {
        return bytes(client.get(key));
    }

    @Override
    public Map<String, byte[]> getAll(List<String> keys) {
        var found = new HashMap<String, byte[]>();
        client.getBulk(keys).forEach((key, value) -> found.put(key, bytes(value)));
        return found;
    }

    @Override
    public boolean set(String key, byte[] value, int exptime) throws Exception {
        return done(client.set(key, exptime, value));
    }

    @Override
    public boolean setWithFlags(String key, byte[] value, int exptime, long flags) throws Exception {
        return done(client.set(key, exptime, new Flagged(value, (int) flags)));
    }

    @Override
    public OptionalLong getFlags(String key) {
        var found = (Flagged) client.get(key);
        return found == null ? OptionalLong.empty() : OptionalLong.of(Integer.toUnsignedLong(found.flags()));
    }

    @Override
    public ValueWithCas gets(String key) {
        var found = client.gets(key);
        return found == null ? null : new ValueWithCas(bytes(found.getValue()), found.getCas());
    }

    @Override
    public CasResult cas(String key, byte[] value, int exptime, long casUnique) {
        var response = client.cas(key, casUnique, exptime, value);
        return switch (response) {
            case OK -> CasResult.STORED;
            case EXISTS -> CasResult.EXISTS;
            case NOT_FOUND -> CasResult.NOT_FOUND;
            default -> throw new IllegalStateException("cas answered " + response);
        };
    }

    @Override
    public boolean add(String key, byte[] value, int exptime) throws Exception {
        return done(client.add(key, exptime, value));
    }

    @Override
    public boolean replace(String key, byte[] value, int exptime) throws Exception {
        return done(client.replace(key, exptime, value));
    }

    @Override
    public boolean append(String key, byte[] value) throws Exception {
        return done(client.append(key, value));
    }

    @Override
    public boolean prepend(String key, byte[] value) throws Exception {
        return done(client.prepend(key, value));
    }

    /** What is not there is -1, which 2^64 - 1 is as well. */
    @Override
    public OptionalLong incr(String key, long delta) {
        return number(client.incr(key, delta));
    }

    @Override
    public OptionalLong decr(String key, long delta) {
        return number(client.decr(key, delta));
    }

    @Override
    public boolean delete(String key) throws Exception {
        return done(client.delete(key));
    }

    @Override
    public boolean touch(String key, int exptime) throws Exception {
        return done(client.touch(key, exptime));
    }

    @Override
    public byte[] getAndTouch(String key, int exptime) {
        var found = client.getAndTouch(key, exptime);
        return found == null ? null : bytes(found.getValue());
    }

    @Override
    public void flushAll() throws Exception {
        done(client.flush());
    }

    /** Its thread may die of an assertion when it finds the socket closed, which Java would print. */
    @Override
    public void close() {
        client.getConnection().setUncaughtExceptionHandler((thread, death) -> {});
        client.shutdown();
    }

    private boolean done(OperationFuture<Boolean> future) throws Exception {
        boolean done = future.get(endpoint.timeout().toMillis(), TimeUnit.MILLISECONDS);
        OperationStatus status = future.getStatus();
        StatusCode code = status.getStatusCode();
        if (!done
                && code != StatusCode.ERR_NOT_FOUND
                && code != StatusCode.ERR_EXISTS
                && code != StatusCode.ERR_NOT_STORED) {
            throw new IOException(code + ": " + status.getMessage());
        }
        return done;
    }

    private static byte[] bytes(Object found) {
        return found == null ? null : ((Flagged) found).bytes();
    }

    private static OptionalLong number(long result) {
        return result == -1 ? OptionalLong.empty() : OptionalLong.of(result);
    }

    /** Values as they are. */
    private static final class Bytes implements Transcoder<Object> {

        @Override
        public boolean asyncDecode(CachedData data) {
            return false;
        }

        @Override
        public CachedData encode(Object value) {
            return value instanceof Flagged flagged
                    ? new CachedData(flagged.flags(), flagged.bytes(), MANY_BYTES)
                    : new CachedData(0, (byte[]) value, MANY_BYTES);
        }

        @Override
        public Object decode(CachedData data) {
            return new Flagged(data.getData(), data.getFlags());
        }

        @Override
        public int getMaxSize() {
            return MANY_BYTES;
        }
    }
}
