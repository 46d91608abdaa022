package io.github.fakecached.conformance.client.bundled;

import com.spotify.folsom.AsciiMemcacheClient;
import com.spotify.folsom.BinaryMemcacheClient;
import com.spotify.folsom.MemcacheClient;
import com.spotify.folsom.MemcacheClientBuilder;
import com.spotify.folsom.MemcacheStatus;
import com.spotify.folsom.client.tls.DefaultSSLEngineFactory;
import io.github.fakecached.conformance.client.CasResult;
import io.github.fakecached.conformance.client.ClientUnderTest;
import io.github.fakecached.conformance.client.Endpoint;
import io.github.fakecached.conformance.client.ValueWithCas;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** folsom with its own defaults, but for the timeouts. A status is a result or, if it is none that was asked for, a failure. */
final class FolsomUnderTest implements ClientUnderTest {

    /** Of an increment, with the binary protocol: make no number where there is none. */
    private static final int MAKE_NONE = -1;

    private final MemcacheClient<byte[]> client;

    FolsomUnderTest(
            Function<MemcacheClientBuilder<byte[]>, ? extends MemcacheClient<byte[]>> connector, Endpoint endpoint)
            throws Exception {
        var builder = MemcacheClientBuilder.newByteArrayClient()
                .withAddress(endpoint.host(), endpoint.port())
                .withRequestTimeoutMillis(endpoint.timeout().toMillis())
                .withConnectionTimeoutMillis(endpoint.timeout().toMillis());
        endpoint.user()
                .ifPresent(user -> builder.withUsernamePassword(user.getUserName(), new String(user.getPassword())));
        endpoint.tls().ifPresent(tls -> builder.withSSLEngineFactory(new DefaultSSLEngineFactory(tls, true)));
        client = connector.apply(builder);
        try {
            client.awaitConnected(endpoint.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (Exception e) {
            client.shutdown();
            throw e;
        }
    }

    @Override
    public byte[] get(String key) throws Exception {
        return done(client.get(key));
    }

    @Override
    public Map<String, byte[]> getAll(List<String> keys) throws Exception {
        return done(client.getAsMap(keys));
    }

    @Override
    public boolean set(String key, byte[] value, int exptime) throws Exception {
        return stored(client.set(key, value, exptime));
    }

    @Override
    public boolean setWithFlags(String key, byte[] value, int exptime, long flags) throws Exception {
        return stored(client.set(key, value, exptime, (int) flags));
    }

    @Override
    public OptionalLong getFlags(String key) throws Exception {
        var found = done(client.casGet(key));
        return found == null ? OptionalLong.empty() : OptionalLong.of(Integer.toUnsignedLong(found.getFlags()));
    }

    @Override
    public ValueWithCas gets(String key) throws Exception {
        var found = done(client.casGet(key));
        return found == null ? null : new ValueWithCas(found.getValue(), found.getCas());
    }

    @Override
    public CasResult cas(String key, byte[] value, int exptime, long casUnique) throws Exception {
        MemcacheStatus status = done(client.set(key, value, exptime, casUnique));
        return switch (status) {
            case OK -> CasResult.STORED;
            case KEY_EXISTS -> CasResult.EXISTS;
            case KEY_NOT_FOUND -> CasResult.NOT_FOUND;
            default -> throw new IOException(status.name());
        };
    }

    @Override
    public boolean add(String key, byte[] value, int exptime) throws Exception {
        return stored(client.add(key, value, exptime));
    }

    @Override
    public boolean replace(String key, byte[] value, int exptime) throws Exception {
        return stored(client.replace(key, value, exptime));
    }

    @Override
    public boolean append(String key, byte[] value) throws Exception {
        return stored(client.append(key, value));
    }

    @Override
    public boolean prepend(String key, byte[] value) throws Exception {
        return stored(client.prepend(key, value));
    }

    @Override
    public OptionalLong incr(String key, long delta) throws Exception {
        return number(
                client instanceof AsciiMemcacheClient<byte[]> text
                        ? text.incr(key, delta)
                        : binary().incr(key, delta, 0, MAKE_NONE));
    }

    @Override
    public OptionalLong decr(String key, long delta) throws Exception {
        return number(
                client instanceof AsciiMemcacheClient<byte[]> text
                        ? text.decr(key, delta)
                        : binary().decr(key, delta, 0, MAKE_NONE));
    }

    @Override
    public boolean delete(String key) throws Exception {
        return stored(client.delete(key));
    }

    @Override
    public boolean touch(String key, int exptime) throws Exception {
        return stored(client.touch(key, exptime));
    }

    @Override
    public byte[] getAndTouch(String key, int exptime) throws Exception {
        return done(binary().getAndTouch(key, exptime));
    }

    @Override
    public void flushAll() throws Exception {
        stored(client.flushAll(0));
    }

    @Override
    public void close() {
        client.shutdown();
    }

    private BinaryMemcacheClient<byte[]> binary() {
        return (BinaryMemcacheClient<byte[]>) client;
    }

    private static boolean stored(CompletionStage<MemcacheStatus> stage) throws Exception {
        MemcacheStatus status = done(stage);
        return switch (status) {
            case OK -> true;
            case KEY_NOT_FOUND, KEY_EXISTS, ITEM_NOT_STORED -> false;
            default -> throw new IOException(status.name());
        };
    }

    private static OptionalLong number(CompletionStage<Long> stage) throws Exception {
        Long number = done(stage);
        return number == null ? OptionalLong.empty() : OptionalLong.of(number);
    }

    private static <T> T done(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get();
    }
}
