package io.github.fakecached.junit;

import io.github.fakecached.BindingProtocol;
import io.github.fakecached.ConnectionSettings;
import io.github.fakecached.FakeMemcachedBuilder;
import io.github.fakecached.TestCertificates;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Which real servers a test class runs against, if it does not run against fakes.
 *
 * @param nodes their names
 * @param addresses where they listen, in the same order; none for containers
 * @param container how containers are started; null for addresses
 * @param protocol which the clients are to speak
 * @param textUsers who may sign in
 * @param tls whether they are encrypted, with the test certificates
 * @param required whether tests fail where there is no container to be had
 */
record RealSettings(
        List<String> nodes,
        List<InetSocketAddress> addresses,
        @Nullable ContainerSettings container,
        BindingProtocol protocol,
        List<User> textUsers,
        boolean tls,
        boolean required) {

    static final String SERVER = "fakecached.server";
    static final String IMAGE = "fakecached.server.image";
    static final String REQUIRED = "fakecached.server.required";

    private static final Pattern ADDRESS = Pattern.compile("(?:\\[([^\\]]+)]|([^:]+)):(\\d{1,5})");

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
        if (!addresses.isEmpty()) {
            requireNone(server);
        }
        return Optional.of(new RealSettings(
                cluster.nodes(),
                addresses,
                addresses.isEmpty() ? ContainerSettings.of(image(context, server), server) : null,
                server.textUsers().isEmpty() ? server.bindingProtocol() : BindingProtocol.ASCII,
                server.textUsers(),
                server.tls(),
                context.getConfigurationParameter(REQUIRED)
                        .filter(Boolean::parseBoolean)
                        .isPresent()));
    }

    /** How to connect to servers of these. */
    ConnectionSettings connectTo(List<InetSocketAddress> servers) {
        return new ConnectionSettings(
                servers,
                protocol,
                textUsers.stream()
                        .findFirst()
                        .map(user -> new PasswordAuthentication(
                                user.name(), user.password().toCharArray())),
                tls ? Optional.of(TestCertificates.clientContext()) : Optional.empty());
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
        if (cluster.autoDiscovery()) {
            throw FakeOnly.because("memcached has no autoDiscovery, Amazon ElastiCache has");
        }
        return settings;
    }

    private static void requireNone(ServerSettings server) {
        if (!server.saslUsers().isEmpty() || !server.textUsers().isEmpty() || server.tls()) {
            throw new ExtensionConfigurationException(
                    "a server at an address cannot be given the saslUsers, textUsers or tls that the test wants. Run it on the"
                            + " fake, with " + SERVER + "=fake, or with textUsers or tls in a container, with " + SERVER
                            + "=real; or leave it out of such runs by a tag.");
        }
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
