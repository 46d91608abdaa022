package io.github.fakecached.junit;

import io.github.fakecached.ConnectionSettings;
import java.io.IOException;
import java.util.concurrent.TimeoutException;

/** A client and the factory that closes it. Says which factory failed, and what to do where its library is missing. */
record OpenClient<C>(ClientFactory<C> factory, C client) {

    static <C> OpenClient<C> connect(ClientFactory<C> factory, ConnectionSettings settings) {
        try {
            return new OpenClient<>(factory, factory.create(settings));
        } catch (LinkageError e) {
            throw new IllegalStateException(
                    failure("create", factory) + ": " + e
                            + ". The client's library, or one that it needs, is missing from the class path:"
                            + " add it to the dependencies in test scope.",
                    e);
        } catch (IOException | TimeoutException e) {
            throw new IllegalStateException(
                    failure("create", factory) + ", connected to " + settings.servers() + ": " + e
                            + ". Nobody can connect while a server is stopped, killed, paused or partitioned, or a fault at"
                            + " onConnect() is in force: ask for the client before that.",
                    e);
        } catch (Exception e) {
            throw new IllegalStateException(
                    failure("create", factory) + ", connected to " + settings.servers() + ": " + e, e);
        }
    }

    boolean isUsable() {
        return factory.isUsable(client);
    }

    void close() {
        try {
            factory.close(client);
        } catch (Exception e) {
            throw new IllegalStateException(failure("close", factory) + ": " + e, e);
        }
    }

    private static String failure(String verb, ClientFactory<?> factory) {
        return factory.getClass().getName() + " could not " + verb + " a "
                + factory.clientType().getName();
    }
}
