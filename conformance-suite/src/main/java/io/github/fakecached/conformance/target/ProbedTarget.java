package io.github.fakecached.conformance.target;

import io.github.fakecached.conformance.wire.Dialect;
import io.github.fakecached.conformance.wire.NoReply;
import io.github.fakecached.conformance.wire.RawBinary;
import io.github.fakecached.conformance.wire.RawConnection;
import io.github.fakecached.conformance.wire.RawText;
import io.github.fakecached.conformance.wire.Sentinel;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;

/**
 * Any server at an address, of which nothing is known that was not asked of it; what it holds is flushed. Time passes on it
 * only by waiting.
 */
final class ProbedTarget implements Target {

    private final String name;
    private final InetSocketAddress address;
    private final Duration limit;
    private final Capabilities capabilities;
    private final Sentinel sentinel;

    private ProbedTarget(String name, InetSocketAddress address, Duration limit, Optional<ServerVersion> expected)
            throws TargetAbsent {
        this.name = name;
        this.address = address;
        this.limit = limit;
        var probe = new Probe(address, limit);
        this.capabilities = probe.capabilities(expected, TimeTravel.WAIT);
        this.sentinel = capabilities.dialects().contains(Dialect.TEXT) ? probe.sentinel() : Sentinel.TOGETHER;
    }

    /**
     * The server that should be there.
     *
     * @param limit how long to wait for a reply
     * @param expected the release by which it is judged if its version is not memcached's
     */
    static Target open(String name, InetSocketAddress address, Duration limit, Optional<ServerVersion> expected)
            throws TargetAbsent {
        if (address.isUnresolved()) {
            throw new TargetAbsent("no host has the name " + address.getHostString());
        }
        try {
            return new ProbedTarget(name, address, limit, expected);
        } catch (NoReply e) {
            throw new TargetAbsent("no memcached answers at " + name + ": " + e.getMessage(), e);
        }
    }

    @Override
    public RawText connect() {
        return RawText.connect(address, limit, sentinel);
    }

    @Override
    public RawConnection connect(Dialect dialect) {
        return dialect == Dialect.BINARY ? RawBinary.connect(address, limit) : connect();
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
        return capabilities;
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
