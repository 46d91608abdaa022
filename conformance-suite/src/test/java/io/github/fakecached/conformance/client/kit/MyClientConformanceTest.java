package io.github.fakecached.conformance.client.kit;

import io.github.fakecached.conformance.client.ClientCapabilities;
import io.github.fakecached.conformance.client.ClientConformance;
import io.github.fakecached.conformance.client.ClientUnderTest;
import io.github.fakecached.conformance.client.Endpoint;

/** What docs/TESTING-A-CLIENT.md shows. */
class MyClientConformanceTest extends ClientConformance {

    @Override
    protected ClientUnderTest connect(Endpoint endpoint) throws Exception {
        MyClient client = new MyClient(endpoint.host(), endpoint.port(), endpoint.timeout());
        return new ClientUnderTest() {
            @Override
            public byte[] get(String key) throws Exception {
                return client.get(key); // null if there is no such item
            }

            @Override
            public boolean set(String key, byte[] value, int exptime) throws Exception {
                return client.set(key, value, exptime);
            }

            @Override
            public boolean delete(String key) throws Exception {
                return client.delete(key); // false if there was none
            }

            @Override
            public void close() throws Exception {
                client.close();
            }
        };
    }

    @Override
    protected ClientCapabilities capabilities() {
        return ClientCapabilities.text().withoutAll("not tried yet"); // or binary()
    }
}
