package io.github.fakecached.conformance.target;

import io.github.fakecached.conformance.wire.Dialect;
import io.github.fakecached.conformance.wire.RawConnection;
import io.github.fakecached.conformance.wire.RawText;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ConditionTimeoutException;

/** The program {@code memcached} on the PATH. */
final class ProcessTarget implements Target {

    private static final Duration START_LIMIT = Duration.ofSeconds(20);

    private final String program;
    private final MemcachedProcess process;
    private final Target running;

    private ProcessTarget(String program, MemcachedProcess process, Target running) {
        this.program = program;
        this.process = process;
        this.running = running;
    }

    static Target open(String program, String... options) throws TargetAbsent {
        return open(program, Startup.PLAIN, Map.of(), options);
    }

    private static Target open(String program, Startup startup, Map<String, String> environment, String... options)
            throws TargetAbsent {
        var process = MemcachedProcess.start(program, environment, options);
        try {
            var address = process.address();
            ServerClock.awaitAnswer(List.of(address), where -> StartupConnection.answers(startup, where), START_LIMIT);
            return new ProcessTarget(
                    program, process, new AddressTarget("process " + program, address, startup, process.udpAddress()));
        } catch (ConditionTimeoutException e) {
            process.close();
            throw new TargetAbsent(program + " was started but does not answer: " + e.getMessage(), e);
        }
    }

    @Override
    public String name() {
        return running.name();
    }

    @Override
    public InetSocketAddress address() {
        return running.address();
    }

    @Override
    public Target startedWith(Startup startup) throws TargetAbsent {
        var folder = StartupFolder.here();
        folder.write(startup);
        return open(program, startup, folder.environment(startup), folder.options(startup, MemcachedProcess.ANY_PORT));
    }

    @Override
    public boolean speaksText() {
        return running.speaksText();
    }

    @Override
    public InetSocketAddress udpAddress() {
        return running.udpAddress();
    }

    @Override
    public RawText connect() {
        return running.connect();
    }

    @Override
    public RawConnection connect(Dialect dialect) {
        return running.connect(dialect);
    }

    @Override
    public Capabilities capabilities() {
        return running.capabilities();
    }

    @Override
    public void advance(Duration time) {
        running.advance(time);
    }

    @Override
    public void close() {
        process.close();
    }
}
