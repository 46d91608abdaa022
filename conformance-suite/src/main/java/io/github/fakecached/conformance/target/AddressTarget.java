package io.github.fakecached.conformance.target;

import io.github.fakecached.conformance.wire.RawText;
import java.net.InetSocketAddress;
import java.time.Duration;

/** A memcached that was started here and listens at an address. Time passes on it only by waiting. */
final class AddressTarget implements Target {

    /** Waiting any longer makes a test run nobody wants to wait for. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final String name;
    private final InetSocketAddress address;
    private final Startup startup;
    private final ServerVersion version;

    AddressTarget(String name, InetSocketAddress address) {
        this(name, address, Startup.PLAIN);
    }

    /** One of which it is known how it was started, and so how to connect. */
    AddressTarget(String name, InetSocketAddress address, Startup startup) {
        this.name = name;
        this.address = address;
        this.startup = startup;
        try (var connection = connect()) {
            version = ServerVersion.of(connection.version());
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public InetSocketAddress address() {
        return address;
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(version, TimeTravel.WAIT);
    }

    @Override
    public RawText connect() {
        return startup.connect(address);
    }

    @Override
    public void advance(Duration time) {
        if (time.compareTo(LONGEST_WAIT) > 0) {
            throw new UnsupportedOperationException(
                    name + " cannot be moved by " + time + ": its clock cannot be moved");
        }
        var clock = new ServerClock(address);
        clock.awaitTime(clock.now() + time.toSeconds(), time.plusSeconds(10));
    }

    @Override
    public void close() {
        // The server is not ours to stop.
    }
}
