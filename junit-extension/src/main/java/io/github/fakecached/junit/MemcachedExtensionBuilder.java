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
    private final List<PublishedProperty> publish = new ArrayList<>();
    private Server runsOn = defaults.server();
    private Lifecycle lifecycle = defaults.lifecycle();
    private List<String> nodes = defaults.cluster().nodes();
    private boolean autoDiscovery = defaults.cluster().autoDiscovery();
    private Consumer<FakeMemcachedBuilder> server = defaults.cluster().server();

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
     * The nodes to start, each a fake of its own. With several, {@link MemcachedNode @MemcachedNode} says which one is meant.
     *
     * @param names their names, at least one, no two alike; one node named {@code default} by default
     * @return this builder
     */
    public MemcachedExtensionBuilder nodes(String... names) {
        this.nodes = List.of(names);
        return this;
    }

    /**
     * Whether each node announces all of them to clients that discover nodes, as Amazon ElastiCache does.
     *
     * @param enabled false by default
     * @return this builder
     */
    public MemcachedExtensionBuilder autoDiscovery(boolean enabled) {
        this.autoDiscovery = enabled;
        return this;
    }

    /**
     * The settings of the fake, all that its builder has. Classes share a fake {@linkplain Lifecycle#PER_RUN of the whole run} if
     * they give the same object here, or none.
     *
     * @param settings called for each fake, node by node, with a new builder; must not start it
     * @return this builder
     */
    public MemcachedExtensionBuilder server(Consumer<FakeMemcachedBuilder> settings) {
        this.server = Objects.requireNonNull(settings, "settings");
        return this;
    }

    /**
     * What the tests run against.
     *
     * @param server {@link Server#FAKE} by default
     * @return this builder
     */
    public MemcachedExtensionBuilder server(Server server) {
        this.runsOn = Objects.requireNonNull(server, "server");
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
     * Adds a system property that tells code under test where the fake listens, as {@link Published} does.
     *
     * @param property the name, not empty
     * @param form how it is told
     * @return this builder
     * @throws org.junit.jupiter.api.extension.ExtensionConfigurationException if the name is empty
     */
    public MemcachedExtensionBuilder publish(String property, AddressForm form) {
        publish.add(new PublishedProperty(
                Objects.requireNonNull(property, "property"), Objects.requireNonNull(form, "form")));
        return this;
    }

    /**
     * The extension, to be registered.
     *
     * @return a new extension
     */
    public MemcachedExtension build() {
        return new MemcachedExtension(new Settings(
                runsOn,
                lifecycle,
                new ClusterSettings(nodes, autoDiscovery, server),
                List.copyOf(clientFactories),
                List.copyOf(publish)));
    }
}
