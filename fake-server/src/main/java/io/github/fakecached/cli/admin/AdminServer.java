package io.github.fakecached.cli.admin;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The door over HTTP: a server of the JDK's in threads of its own. What it does with a request is {@link RequestHandler}'s. */
public final class AdminServer implements AutoCloseable {

    private static final int THREADS = 4;

    /** A client that sends or takes nothing does not hold a thread for ever. */
    private static final String LIMIT_SECONDS = "60";

    private final HttpServer server;
    private final ExecutorService threads;

    private AdminServer(HttpServer server) {
        this.server = server;
        AtomicInteger number = new AtomicInteger();
        this.threads = Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "fakecached-admin-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Opens the door.
     *
     * @param address where; port 0 for any free one
     * @param token what clients have to know; must be there if the address is not loopback's
     * @throws IOException if it cannot listen there
     * @throws IllegalArgumentException if a token is missing
     */
    public static AdminServer start(InetSocketAddress address, Optional<String> token, Operations operations)
            throws IOException {
        RequestGuard guard = new RequestGuard(address.getAddress(), token);
        setUnlessSet("sun.net.httpserver.maxReqTime");
        setUnlessSet("sun.net.httpserver.maxRspTime");
        AdminServer admin = new AdminServer(HttpServer.create(address, 0));
        admin.server.setExecutor(admin.threads);
        admin.server.createContext("/", new RequestHandler(guard, operations));
        admin.server.start();
        return admin;
    }

    private static void setUnlessSet(String property) {
        System.setProperty(property, System.getProperty(property, LIMIT_SECONDS));
    }

    /** Where it is, with the real port. */
    public URI uri() {
        return URI.create("http://" + NodeDescription.text(server.getAddress()) + "/");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }
}
