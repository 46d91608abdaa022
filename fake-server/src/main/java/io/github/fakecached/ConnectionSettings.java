package io.github.fakecached;

import io.github.fakecached.internal.auth.CredentialSource;
import io.github.fakecached.internal.engine.Authentication;
import io.github.fakecached.internal.engine.ListenerSettings;
import io.github.fakecached.internal.engine.ListenerSettings.Encryption;
import io.github.fakecached.internal.engine.ServerSettings;
import io.github.fakecached.internal.engine.TlsSettings;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * All that a client has to know to be served: where, in which protocol, as which user, and with which certificates. Immutable.
 *
 * <pre>{@code
 * ConnectionSettings settings = memcached.connectionSettings();
 * var client = MemcacheClientBuilder.newStringClient();
 * settings.tls().ifPresent(tls -> client.withSSLEngineFactory(new DefaultSSLEngineFactory(tls, true)));
 * }</pre>
 *
 * @param servers where to connect to, an address for each server
 * @param protocol which protocols are served
 * @param user who to sign in as, if that has to be done: by SASL with {@link BindingProtocol#BINARY}, with a {@code set} as the
 *     first command with {@link BindingProtocol#ASCII}
 * @param tls what trusts the servers and is trusted by them, if they speak TLS
 */
public record ConnectionSettings(
        List<InetSocketAddress> servers,
        BindingProtocol protocol,
        Optional<PasswordAuthentication> user,
        Optional<SSLContext> tls) {

    /**
     * Copies the list.
     *
     * @param servers where to connect to, an address for each server
     * @param protocol which protocols are served
     * @param user who to sign in as
     * @param tls what trusts the servers and is trusted by them
     */
    public ConnectionSettings {
        servers = List.copyOf(servers);
    }

    /**
     * Servers that speak both protocols, without TLS, to anybody.
     *
     * @param servers where to connect to, an address for each server
     * @return settings for clients of theirs
     */
    public static ConnectionSettings of(List<InetSocketAddress> servers) {
        return new ConnectionSettings(servers, BindingProtocol.AUTO, Optional.empty(), Optional.empty());
    }

    /**
     * The same for other servers.
     *
     * @param others where to connect to, an address for each server
     * @return new settings
     */
    public ConnectionSettings withServers(List<InetSocketAddress> others) {
        return new ConnectionSettings(others, protocol, user, tls);
    }

    /** What a server with these settings, listening there, wants of those who connect to its first listener. */
    static ConnectionSettings of(ServerSettings server, List<InetSocketAddress> addresses) {
        ListenerSettings listener = server.listening().listeners().get(0);
        BindingProtocol protocol = BindingProtocol.of(listener.protocol());
        return new ConnectionSettings(
                addresses.stream().limit(1).toList(),
                protocol,
                Optional.ofNullable(users(server.authentication(), protocol))
                        .flatMap(users -> users.credentials().first()),
                Optional.of(server.listening().tls())
                        .filter(TlsSettings::enabled)
                        .filter(tls -> listener.encryption() != Encryption.NONE && !addresses.isEmpty())
                        .map(Tls::clientContext));
    }

    private static @Nullable CredentialSource users(Authentication authentication, BindingProtocol protocol) {
        return switch (protocol) {
            case AUTO -> null;
            case ASCII -> authentication.text();
            case BINARY -> authentication.sasl();
        };
    }
}
