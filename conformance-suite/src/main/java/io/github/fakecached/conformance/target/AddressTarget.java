package io.github.fakecached.conformance.target;

import io.github.fakecached.conformance.wire.Dialect;
import io.github.fakecached.conformance.wire.RawConnection;
import io.github.fakecached.conformance.wire.RawText;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;

/** A memcached that was started here and listens at an address. Time passes on it only by waiting. */
final class AddressTarget implements Target {

    private final String name;
    private final InetSocketAddress address;
    private final Startup startup;
    private final Optional<InetSocketAddress> udpAddress;
    private final ServerVersion version;

    /** One of which it is known how it was started, and so how to connect. */
    AddressTarget(String name, InetSocketAddress address, Startup startup, Optional<InetSocketAddress> udpAddress) {
        this.name = name;
        this.address = address;
        this.startup = startup;
        this.udpAddress = udpAddress;
        try (var connection = connect(speaksText() ? Dialect.TEXT : Dialect.BINARY)) {
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
    public boolean speaksText() {
        return startup.speaksText();
    }

    @Override
    public InetSocketAddress udpAddress() {
        return udpAddress.orElseGet(Target.super::udpAddress);
    }

    @Override
    public RawText connect() {
        return StartupConnection.text(startup, address);
    }

    @Override
    public RawConnection connect(Dialect dialect) {
        return StartupConnection.in(dialect, startup, address);
    }

    @Override
    public void advance(Duration time) {
        new ServerClock(this).awaitPassing(time);
    }

    @Override
    public void close() {
        // The server is not ours to stop.
    }
}
