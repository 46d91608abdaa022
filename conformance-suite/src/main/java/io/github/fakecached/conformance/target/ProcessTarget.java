package io.github.fakecached.conformance.target;

import io.github.fakecached.conformance.wire.RawText;
import java.net.InetSocketAddress;
import java.time.Duration;
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
        return open(program, Startup.PLAIN, options);
    }

    private static Target open(String program, Startup startup, String... options) throws TargetAbsent {
        var process = MemcachedProcess.start(program, Map.of(), options);
        try {
            ServerClock.awaitVersion(process.address(), START_LIMIT);
            return new ProcessTarget(
                    program, process, new AddressTarget("process " + program, process.address(), startup));
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
        return open(program, startup, UsersFile.named(startup.options()));
    }

    @Override
    public RawText connect() {
        return running.connect();
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
