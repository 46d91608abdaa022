package io.github.fakecached.junit;

import io.github.fakecached.FakeMemcached;
import io.github.fakecached.FakeMemcachedBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * A fake and its clients, one of each type, made when first asked for. Which tests use it is for others to decide. Safe for use
 * by several threads.
 */
final class Fixture extends StoredResource {

    private final FakeMemcached memcached;
    private final Map<Class<?>, OpenClient<?>> clients = new LinkedHashMap<>();

    private Fixture(FakeMemcached memcached) {
        this.memcached = memcached;
    }

    static Fixture start(Consumer<FakeMemcachedBuilder> settings) {
        FakeMemcachedBuilder builder = FakeMemcached.builder();
        settings.accept(builder);
        return new Fixture(builder.start());
    }

    FakeMemcached memcached() {
        return memcached;
    }

    synchronized Object client(ClientFactory<?> factory) {
        OpenClient<?> open = clients.get(factory.clientType());
        if (open == null) {
            open = OpenClient.connect(factory, memcached.connectionSettings());
            clients.put(factory.clientType(), open);
        }
        return Objects.requireNonNull(open.client());
    }

    /** Repairs what the last test may have left broken: a stopped fake, a client that is closed or has lost its connection. */
    synchronized void repair() {
        boolean stopped = !memcached.isRunning();
        if (stopped) {
            memcached.restart();
        }
        List<OpenClient<?>> broken = new ArrayList<>(clients.values());
        broken.removeIf(client -> !stopped && client.isUsable());
        clients.values().removeAll(broken);
        CloseAll.of(broken.stream().<Runnable>map(client -> client::close).toList());
    }

    /** The same, and as new: no item, counter or setting of the clock is left. */
    void reset() {
        repair();
        memcached.reset();
    }

    /** Closes the clients, then the fake, so that no client tries to connect again. */
    @Override
    public synchronized void close() {
        try (memcached) {
            CloseAll.of(clients.values().stream()
                    .<Runnable>map(client -> client::close)
                    .toList());
        } finally {
            clients.clear();
        }
    }
}
