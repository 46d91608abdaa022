package io.github.fakecached.conformance.client.kit;

import io.github.fakecached.conformance.client.Endpoint;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Stands for the reader's client in docs/TESTING-A-CLIENT.md: it is not made for the kit and knows nothing of it. */
final class MyClient implements AutoCloseable {

    private final LineClient client;

    MyClient(String host, int port, Duration timeout) {
        var server = new InetSocketAddress(host, port);
        client = new LineClient(new Endpoint(server, timeout, Optional.empty(), Optional.empty()), Set.of());
    }

    byte[] get(String key) throws IOException {
        return client.get(key);
    }

    boolean set(String key, byte[] value, int exptime) throws IOException {
        return client.set(key, value, exptime);
    }

    boolean delete(String key) throws IOException {
        return client.delete(key);
    }

    @Override
    public void close() {
        client.close();
    }
}
