package io.github.fakecached.junit;

import io.github.fakecached.BindingProtocol;
import io.github.fakecached.ConnectionSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.rubyeye.xmemcached.MemcachedClient;
import net.rubyeye.xmemcached.XMemcachedClientBuilder;
import net.rubyeye.xmemcached.auth.AuthInfo;
import net.rubyeye.xmemcached.auth.PlainCallbackHandler;
import net.rubyeye.xmemcached.command.BinaryCommandFactory;
import net.rubyeye.xmemcached.command.TextCommandFactory;
import net.rubyeye.xmemcached.exception.MemcachedException;

/** Makes xmemcached clients with that library's own defaults. The only class that knows xmemcached, which may be missing. */
final class XmemcachedFactory implements ClientFactory<MemcachedClient> {

    private static final long TIME_LIMIT_SECONDS = 5;
    private static final long PATIENCE_MILLIS = 1000;

    @Override
    public Class<?> clientType() {
        return MemcachedClient.class;
    }

    @Override
    public MemcachedClient create(List<InetSocketAddress> servers) throws IOException, InterruptedException {
        return create(ConnectionSettings.of(servers));
    }

    @Override
    public MemcachedClient create(ConnectionSettings settings) throws IOException, InterruptedException {
        Unable.toSpeakTls("xmemcached", settings);
        Unable.toSignInByText("xmemcached", settings);
        List<InetSocketAddress> servers = named(settings.servers());
        XMemcachedClientBuilder builder = new XMemcachedClientBuilder(servers);
        builder.setCommandFactory(
                settings.protocol() == BindingProtocol.BINARY ? new BinaryCommandFactory() : new TextCommandFactory());
        List<SignIn> signIns = new ArrayList<>();
        if (settings.user().isPresent()) {
            for (InetSocketAddress server : servers) {
                SignIn signIn = new SignIn(settings.user().get());
                builder.addAuthInfo(server, signIn);
                signIns.add(signIn);
            }
        }
        MemcachedClient client = builder.build();
        if (client.getAvailableServers().size() < servers.size()) {
            client.shutdown();
            throw new IOException("no connection to each of " + servers);
        }
        for (SignIn signIn : signIns) {
            if (!signIn.isOver()) {
                client.shutdown();
                throw new IOException("not signed in within " + TIME_LIMIT_SECONDS + " s");
            }
        }
        return client;
    }

    /** Asks for the version. The reply comes after those to all commands before. */
    @Override
    public boolean isUsable(MemcachedClient client) {
        if (client.isShutdown()) {
            return false;
        }
        try {
            return !client.getVersions(PATIENCE_MILLIS).isEmpty();
        } catch (TimeoutException | MemcachedException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close(MemcachedClient client) throws IOException {
        client.shutdown();
    }

    /** xmemcached looks for a user by the name of the server, and would find none where the address has but a number. */
    private static List<InetSocketAddress> named(List<InetSocketAddress> servers) throws UnknownHostException {
        List<InetSocketAddress> named = new ArrayList<>();
        for (InetSocketAddress server : servers) {
            InetAddress address = InetAddress.getByAddress(
                    server.getHostString(), server.getAddress().getAddress());
            named.add(new InetSocketAddress(address, server.getPort()));
        }
        return named;
    }

    /** Tells when it is over: xmemcached signs in on a thread of its own, and does not hold commands back. */
    private static final class SignIn extends AuthInfo {

        private final CountDownLatch over = new CountDownLatch(1);

        SignIn(PasswordAuthentication user) {
            super(new PlainCallbackHandler(user.getUserName(), new String(user.getPassword())), new String[] {"PLAIN"});
        }

        @Override
        public synchronized void increaseAttempts() {
            super.increaseAttempts();
            over.countDown();
        }

        boolean isOver() throws InterruptedException {
            return over.await(TIME_LIMIT_SECONDS, TimeUnit.SECONDS);
        }
    }
}
