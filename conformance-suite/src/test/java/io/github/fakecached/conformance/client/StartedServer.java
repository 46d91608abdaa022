package io.github.fakecached.conformance.client;

import io.github.fakecached.FakeMemcached;
import io.github.fakecached.FakeMemcachedBuilder;
import io.github.fakecached.MemcachedVersion;
import io.github.fakecached.conformance.target.MemcachedProcess;
import io.github.fakecached.conformance.target.TargetAbsent;
import io.github.fakecached.conformance.target.Targets;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A server that was started in a way of its own, for clients that have to be let in: a fake, or the program memcached. */
record StartedServer(InetSocketAddress address, Runnable stop) implements AutoCloseable {

    /** A server to be started; its name is for reports. */
    record Source(String name, Opener opener) {

        @Override
        public String toString() {
            return name;
        }
    }

    /** Starts a server. */
    @FunctionalInterface
    interface Opener {

        StartedServer open() throws Exception;
    }

    /** The fake in each version, with these settings. */
    static Stream<Source> fakes(UnaryOperator<FakeMemcachedBuilder> settings) {
        return Stream.of(MemcachedVersion.values())
                .map(version -> new Source("fake " + version.number(), () -> fake(settings, version)));
    }

    /** The program, with these options. */
    static Source process(String... options) {
        return new Source("process memcached " + options[0], () -> {
            try {
                var process = MemcachedProcess.start(Targets.configured().program(), Map.of(), options);
                return new StartedServer(process.address(), process::close);
            } catch (TargetAbsent absent) {
                throw InstalledProgram.absent("process", absent.getMessage());
            }
        });
    }

    private static StartedServer fake(UnaryOperator<FakeMemcachedBuilder> settings, MemcachedVersion version) {
        var fake = settings.apply(FakeMemcached.builder().version(version)).start();
        return new StartedServer(fake.address(), fake::close);
    }

    @Override
    public void close() {
        stop.run();
    }
}
