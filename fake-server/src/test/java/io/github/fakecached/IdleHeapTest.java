package io.github.fakecached;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.benchmark.RawClient;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * How much heap is taken by fakes and connections that wait: suites start thousands. The bounds are what was measured
 * and a tenth more. Other tests leave things behind that go meanwhile, so the median of several looks counts.
 */
class IdleHeapTest {

    private static final int COUNT = 400;
    private static final int LOOKS = 3;
    private static final long FAKE_BYTES_MAX = 4_750;
    private static final long CONNECTION_BYTES_MAX = 3_200;
    private static final byte[] VERSION = "version\r\n".getBytes(US_ASCII);
    private static final int VERSION_LENGTH = "VERSION 1.6.45\r\n".length();

    @Test
    void anIdleFakeTakesLittleHeap() throws IOException {
        assertThat(median(this::bytesOfAFake)).isLessThan(FAKE_BYTES_MAX);
    }

    @Test
    void anIdleConnectionTakesLittleHeap() throws IOException {
        assertThat(median(this::bytesOfAConnection)).isLessThan(CONNECTION_BYTES_MAX);
    }

    private long bytesOfAFake() throws IOException {
        List<FakeMemcached> fakes = new ArrayList<>();
        try {
            long before = liveHeap();
            for (int i = 0; i < COUNT; i++) {
                FakeMemcached memcached = FakeMemcached.start();
                fakes.add(memcached);
                try (RawClient client = new RawClient(memcached.address())) {
                    client.ask(VERSION, VERSION_LENGTH);
                }
            }
            return (liveHeap() - before) / COUNT;
        } finally {
            fakes.forEach(FakeMemcached::close);
        }
    }

    /** With both of its ends, of which the client's is a Java socket. */
    private long bytesOfAConnection() throws IOException {
        List<RawClient> clients = new ArrayList<>();
        try (FakeMemcached memcached = FakeMemcached.start()) {
            memcached.journal().setCapacity(0);
            long before = liveHeap();
            for (int i = 0; i < COUNT; i++) {
                RawClient client = new RawClient(memcached.address());
                clients.add(client);
                client.ask(VERSION, VERSION_LENGTH);
            }
            return (liveHeap() - before) / COUNT;
        } finally {
            for (RawClient client : clients) {
                client.close();
            }
        }
    }

    private interface Look {
        long bytes() throws IOException;
    }

    /** The first look is left out: classes are loaded then. */
    private static long median(Look look) throws IOException {
        look.bytes();
        long[] bytes = new long[LOOKS];
        for (int i = 0; i < LOOKS; i++) {
            bytes[i] = look.bytes();
        }
        Arrays.sort(bytes);
        return bytes[LOOKS / 2];
    }

    private static long liveHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
