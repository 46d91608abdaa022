package io.github.fakecached.conformance.target;

import io.github.fakecached.FakeMemcached;
import io.github.fakecached.MemcachedVersion;
import io.github.fakecached.MemoryTuning;
import io.github.fakecached.conformance.wire.Dialect;
import io.github.fakecached.conformance.wire.RawConnection;
import io.github.fakecached.conformance.wire.RawText;
import java.net.InetSocketAddress;
import java.time.Duration;

/** The fake in this JVM, known by nothing but its public API: how it is started, where it listens, its clock. */
final class FakeTarget implements Target {

    private final FakeMemcached fake;
    private final String name;
    private final Startup startup;

    private FakeTarget(FakeMemcached fake, Startup startup) {
        this.fake = fake;
        this.name = "fake " + fake.version().number();
        this.startup = startup;
    }

    static Target open(MemcachedVersion version) {
        return open(version, Startup.PLAIN);
    }

    static Target open(MemcachedVersion version, Startup startup) {
        var builder = startup.applyTo(FakeMemcached.builder().version(version));
        return new FakeTarget(builder.start(), startup);
    }

    static Target open(MemcachedVersion version, MemoryTuning tuning) {
        var builder = FakeMemcached.builder().version(version).memoryTuning(tuning);
        return new FakeTarget(builder.start(), Startup.PLAIN);
    }

    @Override
    public Target startedWith(Startup other) {
        return open(fake.version(), other);
    }

    @Override
    public boolean speaksText() {
        return startup.speaksText();
    }

    @Override
    public InetSocketAddress udpAddress() {
        return fake.udpAddress();
    }

    @Override
    public RawText connect() {
        return StartupConnection.text(startup, address());
    }

    @Override
    public RawConnection connect(Dialect dialect) {
        return StartupConnection.in(dialect, startup, address());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public InetSocketAddress address() {
        return fake.address();
    }

    @Override
    public Capabilities capabilities() {
        try (var connection = connect(speaksText() ? Dialect.TEXT : Dialect.BINARY)) {
            return new Capabilities(ServerVersion.of(connection.version()), TimeTravel.INSTANT);
        }
    }

    @Override
    public void advance(Duration time) {
        fake.clock().advance(time);
    }

    @Override
    public void reset() {
        fake.reset();
    }

    @Override
    public void close() {
        fake.close();
    }
}
