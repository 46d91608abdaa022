package io.github.fakecached.junit;

import io.github.fakecached.BindingProtocol;
import io.github.fakecached.FakeMemcachedBuilder;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Which real servers a test class runs against, if it does not run against fakes.
 *
 * @param nodes their names
 * @param addresses where they listen, in the same order; none for containers
 * @param image that of the containers, if it is containers
 * @param options memcached's, for the containers
 * @param protocol which the clients are to speak
 * @param required whether tests fail where there is no container to be had
 */
record RealSettings(
        List<String> nodes,
        List<InetSocketAddress> addresses,
        String image,
        List<String> options,
        BindingProtocol protocol,
        boolean required) {

    static final String SERVER = "fakecached.server";
    static final String IMAGE = "fakecached.server.image";
    static final String REQUIRED = "fakecached.server.required";

    private static final Pattern ADDRESS = Pattern.compile("(?:\\[([^\\]]+)]|([^:]+)):(\\d{1,5})");
    private static final int MIB = 1024 * 1024;

    /** Empty for fakes. */
    static Optional<RealSettings> of(ExtensionContext context, Settings settings) {
        String choice = context.getConfigurationParameter(SERVER)
                .orElseGet(() -> settings.server().name())
                .toLowerCase(Locale.ROOT);
        if (choice.equals("fake")) {
            return Optional.empty();
        }
        ClusterSettings cluster = settings.cluster();
        List<InetSocketAddress> addresses = choice.equals("real") ? List.of() : addresses(choice);
        ServerSettings server = expressible(cluster);
        if (!addresses.isEmpty() && addresses.size() < cluster.nodes().size()) {
            throw new ExtensionConfigurationException(
                    "the tests want " + cluster.nodes().size() + " nodes, and " + SERVER + " has fewer addresses: "
                            + choice + ". Give one for each node.");
        }
        return Optional.of(new RealSettings(
                cluster.nodes(),
                addresses,
                addresses.isEmpty() ? image(context, server) : "",
                addresses.isEmpty() ? options(server) : List.of(),
                server.bindingProtocol(),
                context.getConfigurationParameter(REQUIRED)
                        .filter(Boolean::parseBoolean)
                        .isPresent()));
    }

    private static String image(ExtensionContext context, ServerSettings server) {
        return context.getConfigurationParameter(IMAGE)
                .orElseGet(() -> "memcached:" + server.version().number());
    }

    /** The settings, if a real server can have them too. */
    private static ServerSettings expressible(ClusterSettings cluster) {
        Consumer<FakeMemcachedBuilder> server = cluster.server();
        if (!(server instanceof ServerSettings settings)) {
            throw FakeOnly.because("the settings by MemcachedExtensionBuilder.server(...) cannot be given to real"
                    + " memcached, those of @MemcachedTest can");
        }
        if (!settings.saslUsers().isEmpty() || !settings.textUsers().isEmpty() || settings.tls()) {
            throw FakeOnly.because("real memcached is not started with saslUsers, textUsers or tls of @MemcachedTest");
        }
        if (cluster.autoDiscovery()) {
            throw FakeOnly.because("memcached has no autoDiscovery, Amazon ElastiCache has");
        }
        return settings;
    }

    private static List<String> options(ServerSettings server) {
        List<String> options = new ArrayList<>();
        if (server.maxItemSize() != 0) {
            options.addAll(List.of("-I", Integer.toString(server.maxItemSize())));
        }
        if (server.memoryLimit() != 0) {
            options.addAll(List.of("-m", Long.toString(server.memoryLimit() / MIB)));
        }
        if (!server.evictions()) {
            options.add("-M");
        }
        return options;
    }

    private static List<InetSocketAddress> addresses(String text) {
        return Arrays.stream(text.split(",")).map(RealSettings::address).toList();
    }

    private static InetSocketAddress address(String text) {
        Matcher parts = ADDRESS.matcher(text.trim());
        int port = parts.matches() ? Integer.parseInt(parts.group(3)) : 0;
        if (port < 1 || port > 0xffff) {
            throw new ExtensionConfigurationException(
                    SERVER + " is fake, real, or addresses host:port with commas between them, and not " + text);
        }
        return new InetSocketAddress(parts.group(1) == null ? parts.group(2) : parts.group(1), port);
    }
}
