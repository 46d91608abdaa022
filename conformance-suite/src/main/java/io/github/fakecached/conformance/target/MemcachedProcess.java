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
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** A program {@code memcached}, started on a free port of its own choice, at which it listens. It knows nothing of protocols. */
public final class MemcachedProcess implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(20);

    private final Process process;
    private final InetSocketAddress address;

    private MemcachedProcess(Process process, InetSocketAddress address) {
        this.process = process;
        this.address = address;
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
            // Port -1 makes memcached take any free one and write it to this file, as its own tests do.
            var command = new ArrayList<>(
                    List.of(program, "-p", "-1", "-U", "0", "-l", "127.0.0.1", "-m", "1024", "-u", "root"));
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
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), awaitPort(process, portFile));
            return new MemcachedProcess(process, address);
        } catch (ConditionTimeoutException e) {
            process.destroyForcibly();
            throw new TargetAbsent(program + " was started but does not listen: " + e.getMessage(), e);
        }
    }

    private static int awaitPort(Process process, Path portFile) throws TargetAbsent {
        // memcached renames the finished file into place.
        Awaitility.await("memcached to name its port")
                .atMost(START_LIMIT)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> Files.exists(portFile) || !process.isAlive());
        if (!Files.exists(portFile)) {
            throw new TargetAbsent("memcached ended at once, with exit status " + process.exitValue());
        }
        try (var lines = Files.lines(portFile)) {
            return lines.filter(line -> line.startsWith("TCP INET: "))
                    .map(line -> Integer.parseInt(line.substring("TCP INET: ".length())))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(portFile + " names no port"));
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + portFile, e);
        }
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return address;
    }

    @Override
    public void close() {
        // On SIGTERM memcached sleeps for a second before it ends, and it has nothing to save.
        process.destroyForcibly();
    }
}
