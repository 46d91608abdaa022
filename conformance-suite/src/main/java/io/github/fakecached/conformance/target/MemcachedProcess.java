package io.github.fakecached.conformance.target;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** A program {@code memcached}, started on a free port of its own choice, at which it listens. It knows nothing of protocols. */
public final class MemcachedProcess implements AutoCloseable {

    /** What its options take for a port of its own choice. */
    static final String ANY_PORT = "-1";

    private static final Duration START_LIMIT = Duration.ofSeconds(20);

    private final Process process;
    private final InetSocketAddress address;
    private final Optional<InetSocketAddress> udpAddress;

    private MemcachedProcess(Process process, InetSocketAddress address, Optional<InetSocketAddress> udpAddress) {
        this.process = process;
        this.address = address;
        this.udpAddress = udpAddress;
    }

    /**
     * Starts it.
     *
     * @param program its name on the PATH, or its path
     * @param environment variables to set
     * @param options options added to its command line
     * @throws TargetAbsent if there is no such program, or it ends or names no port
     */
    public static MemcachedProcess start(String program, Map<String, String> environment, String... options)
            throws TargetAbsent {
        Path portFile;
        Process process;
        try {
            var folder = Files.createTempDirectory("memcached");
            portFile = folder.resolve("port");
            // The last one named is deleted first.
            folder.toFile().deleteOnExit();
            portFile.toFile().deleteOnExit();
            // It takes any free port then, and writes it to this file, as for its own tests.
            var command = new ArrayList<>(
                    List.of(program, "-p", ANY_PORT, "-U", "0", "-l", "127.0.0.1", "-m", "1024", "-u", "root"));
            command.addAll(List.of(options));
            var builder = new ProcessBuilder(command);
            builder.environment().putAll(environment);
            builder.environment().put("MEMCACHED_PORT_FILENAME", portFile.toString());
            process = builder.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new TargetAbsent("no program " + program + " on the PATH", e);
        }
        try {
            awaitPorts(process, portFile);
            var address = named(portFile, "TCP INET: ")
                    .orElseThrow(() -> new IllegalStateException(portFile + " names no port"));
            return new MemcachedProcess(process, address, named(portFile, "UDP INET: "));
        } catch (ConditionTimeoutException e) {
            process.destroyForcibly();
            throw new TargetAbsent(program + " was started but does not listen: " + e.getMessage(), e);
        }
    }

    private static void awaitPorts(Process process, Path portFile) throws TargetAbsent {
        // memcached renames the finished file into place.
        Awaitility.await("memcached to name its port")
                .atMost(START_LIMIT)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> Files.exists(portFile) || !process.isAlive());
        if (!Files.exists(portFile)) {
            throw new TargetAbsent("memcached ended at once, with exit status " + process.exitValue());
        }
    }

    private static Optional<InetSocketAddress> named(Path portFile, String before) {
        try (var lines = Files.lines(portFile)) {
            return lines.filter(line -> line.startsWith(before))
                    .map(line -> Integer.parseInt(line.substring(before.length())))
                    .map(port -> new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                    .findFirst();
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + portFile, e);
        }
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return address;
    }

    /** Where it takes datagrams, if it was told to. */
    Optional<InetSocketAddress> udpAddress() {
        return udpAddress;
    }

    @Override
    public void close() {
        // On SIGTERM memcached sleeps for a second before it ends, and it has nothing to save.
        process.destroyForcibly();
    }
}
