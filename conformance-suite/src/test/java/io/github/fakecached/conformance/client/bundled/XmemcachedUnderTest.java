package io.github.fakecached.conformance.client.bundled;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.fakecached.conformance.client.CasResult;
import io.github.fakecached.conformance.client.ClientUnderTest;
import io.github.fakecached.conformance.client.Endpoint;
import io.github.fakecached.conformance.client.ValueWithCas;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import net.rubyeye.xmemcached.CommandFactory;
import net.rubyeye.xmemcached.MemcachedClient;
import net.rubyeye.xmemcached.XMemcachedClientBuilder;
import net.rubyeye.xmemcached.auth.AuthInfo;
import net.rubyeye.xmemcached.transcoders.CachedData;
import net.rubyeye.xmemcached.transcoders.CompressionMode;
import net.rubyeye.xmemcached.transcoders.Transcoder;

/** xmemcached with its own defaults, but for the timeouts. */
final class XmemcachedUnderTest implements ClientUnderTest {

    private final MemcachedClient client;

    XmemcachedUnderTest(CommandFactory commands, Endpoint endpoint) throws IOException {
        // It looks for who signs in by the server's name, so the address has to have one.
        var server = new InetSocketAddress(InetAddress.getLoopbackAddress(), endpoint.port());
        var builder = new XMemcachedClientBuilder(List.of(server));
        builder.setCommandFactory(commands);
        builder.setOpTimeout(endpoint.timeout().toMillis());
        builder.setConnectTimeout(endpoint.timeout().toMillis());
        builder.setTranscoder(new Bytes());
        endpoint.user()
                .ifPresent(user -> builder.addAuthInfo(
                        server, AuthInfo.plain(user.getUserName(), new String(user.getPassword()))));
        this.client = builder.build();
    }

    private record Flagged(byte[] bytes, int flags) {}

    @Override
    public byte[] get(String key) throws Exception {
        return bytes(client.get(key));
    }

    @Override
    public Map<String, byte[]> getAll(List<String> keys) throws Exception {
        var found = new HashMap<String, byte[]>();
        Map<String, Object> values = client.get(keys);
        if (values != null) {
            values.forEach((key, value) -> found.put(key, bytes(value)));
        }
        return found;
    }

    @Override
    public boolean set(String key, byte[] value, int exptime) throws Exception {
        return client.set(key, exptime, value);
    }

    @Override
    public boolean setWithFlags(String key, byte[] value, int exptime, long flags) throws Exception {
        return client.set(key, exptime, new Flagged(value, (int) flags));
    }

    @Override
    public OptionalLong getFlags(String key) throws Exception {
        Flagged found = client.get(key);
        return found == null ? OptionalLong.empty() : OptionalLong.of(Integer.toUnsignedLong(found.flags()));
    }

    @Override
    public ValueWithCas gets(String key) throws Exception {
        var found = client.gets(key);
        return found == null ? null : new ValueWithCas(bytes(found.getValue()), found.getCas());
    }

    /** It says that nothing was stored, and not why. */
    @Override
    public CasResult cas(String key, byte[] value, int exptime, long casUnique) throws Exception {
        return client.cas(key, exptime, value, casUnique) ? CasResult.STORED : CasResult.EXISTS;
    }

    @Override
    public boolean add(String key, byte[] value, int exptime) throws Exception {
        return client.add(key, exptime, value);
    }

    @Override
    public boolean replace(String key, byte[] value, int exptime) throws Exception {
        return client.replace(key, exptime, value);
    }

    @Override
    public boolean append(String key, byte[] value) throws Exception {
        return client.append(key, value);
    }

    @Override
    public boolean prepend(String key, byte[] value) throws Exception {
        return client.prepend(key, value);
    }

    @Override
    public OptionalLong incr(String key, long delta) throws Exception {
        return OptionalLong.of(client.incr(key, delta));
    }

    @Override
    public OptionalLong decr(String key, long delta) throws Exception {
        return OptionalLong.of(client.decr(key, delta));
    }

    @Override
    public boolean delete(String key) throws Exception {
        return client.delete(key);
    }

    @Override
    public boolean touch(String key, int exptime) throws Exception {
        return client.touch(key, exptime);
    }

    @Override
    public byte[] getAndTouch(String key, int exptime) throws Exception {
        return bytes(client.getAndTouch(key, exptime));
    }

    @Override
    public void flushAll() throws Exception {
        client.flushAll();
    }

    @Override
    public void close() throws Exception {
        client.shutdown();
    }

    private static byte[] bytes(Object found) {
        return found == null ? null : ((Flagged) found).bytes();
    }

    /** Values as they are, and the numbers that the client stores of its own where there are none. */
    private static final class Bytes implements Transcoder<Object> {

        @Override
        public CachedData encode(Object value) {
            if (value instanceof Flagged flagged) {
                return new CachedData(flagged.flags(), flagged.bytes());
            }
            return new CachedData(0, value instanceof String number ? number.getBytes(UTF_8) : (byte[]) value);
        }

        @Override
        public Object decode(CachedData data) {
            return new Flagged(data.getData(), data.getFlag());
        }

        @Override
        public void setPrimitiveAsString(boolean primitiveAsString) {}

        @Override
        public void setPackZeros(boolean packZeros) {}

        @Override
        public void setCompressionThreshold(int threshold) {}

        @Override
        public boolean isPrimitiveAsString() {
            return false;
        }

        @Override
        public boolean isPackZeros() {
            return false;
        }

        @Override
        public void setCompressionMode(CompressionMode mode) {}
    }
}
