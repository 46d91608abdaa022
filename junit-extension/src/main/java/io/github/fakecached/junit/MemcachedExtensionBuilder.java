package io.github.fakecached.junit;

import io.github.fakecached.FakeMemcachedBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Settings of a {@link MemcachedExtension} for {@code @RegisterExtension}; what is not set is as with {@link MemcachedTest}.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final MemcachedExtension memcached = MemcachedExtension.builder()
 *         .lifecycle(Lifecycle.PER_METHOD)
 *         .server(server -> server.port(11211).casEnabled(false))
 *         .build();
 * }</pre>
 *
 * <p>Not for use by several threads at once.
 */
public final class MemcachedExtensionBuilder {

    private final Settings defaults = Settings.defaults();
    private final List<ClientFactory<?>> clientFactories = new ArrayList<>();
    private Lifecycle lifecycle = defaults.lifecycle();
    private Consumer<FakeMemcachedBuilder> server = defaults.server();

    MemcachedExtensionBuilder() {}

    /**
     * How long the fake lives.
     *
     * @param lifecycle {@link Lifecycle#PER_CLASS} by default
     * @return this builder
     */
    public MemcachedExtensionBuilder lifecycle(Lifecycle lifecycle) {
        this.lifecycle = Objects.requireNonNull(lifecycle, "lifecycle");
        return this;
    }

    /**
     * The settings of the fake, all that its builder has. Classes share a fake {@linkplain Lifecycle#PER_RUN of the whole run} if
     * they give the same object here, or none.
     *
     * @param settings called for each fake, with a new builder; must not start it
     * @return this builder
     */
    public MemcachedExtensionBuilder server(Consumer<FakeMemcachedBuilder> settings) {
        this.server = Objects.requireNonNull(settings, "settings");
        return this;
    }

    /**
     * Adds a factory of clients; it goes before others for the same type.
     *
     * @param factory makes and closes clients of one type
     * @return this builder
     */
    public MemcachedExtensionBuilder clientFactory(ClientFactory<?> factory) {
        clientFactories.add(Objects.requireNonNull(factory, "factory"));
        return this;
    }

    /**
     * The extension, to be registered.
     *
     * @return a new extension
     */
    public MemcachedExtension build() {
        return new MemcachedExtension(new Settings(lifecycle, server, List.copyOf(clientFactories)));
    }
}
