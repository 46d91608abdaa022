package io.github.fakecached.cli;

import io.github.fakecached.FakeMemcached;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A fake that is the only purpose of its JVM: it says where it listens, and runs until the process is told to end. It ends
 * with exit code 0 then, as memcached does, where a JVM by itself would end with 143 or 130.
 */
final class ServerProcess {

    private static final Duration CHECK = Duration.ofHours(1);

    private final FakeMemcached memcached;
    private final Optional<PidFile> pidFile;

    ServerProcess(FakeMemcached memcached, Optional<PidFile> pidFile) {
        this.memcached = memcached;
        this.pidFile = pidFile;
    }

    /** Announces the fake, then waits until a client shuts it down or the JVM ends. */
    void run(PrintStream out) throws InterruptedException {
        pidFile.ifPresent(PidFile::write);
        HangUp.handleBy(memcached::reloadAuthFile);
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "fakecached-end"));
        out.println("fakecached: memcached " + memcached.version() + " listening on " + where());
        out.flush();
        while (!memcached.awaitStop(CHECK)) {}
    }

    private String where() {
        return memcached.addresses().isEmpty()
                ? "unix:" + memcached.unixSocket()
                : memcached.addresses().stream().map(ServerProcess::address).collect(Collectors.joining(", "));
    }

    private void end() {
        try {
            memcached.close();
            pidFile.ifPresent(PidFile::delete);
        } finally {
            Runtime.getRuntime().halt(0);
        }
    }

    private static String address(InetSocketAddress address) {
        InetAddress host = address.getAddress();
        String text = host.isAnyLocalAddress() ? "0.0.0.0" : host.getHostAddress();
        return (text.contains(":") ? "[" + text + "]" : text) + ":" + address.getPort();
    }
}
