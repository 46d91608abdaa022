package io.github.fakecached.conformance.target;

import io.github.fakecached.conformance.wire.Deadline;
import io.github.fakecached.conformance.wire.Dialect;
import io.github.fakecached.conformance.wire.RawConnection;
import io.github.fakecached.conformance.wire.RawText;
import java.net.InetSocketAddress;
import java.time.Duration;

/** A target whose connections all give up at a deadline. In everything else it is the one that it was made of. */
public final class HurriedTarget implements Target {

    private final Target target;
    private final Deadline deadline;

    /** Goes by a deadline, which may be moved while connections are open. */
    public HurriedTarget(Target target, Deadline deadline) {
        this.target = target;
        this.deadline = deadline;
    }

    @Override
    public RawText connect() {
        deadline.require();
        var connection = target.connect();
        connection.giveUpAt(deadline);
        return connection;
    }

    @Override
    public RawConnection connect(Dialect dialect) {
        deadline.require();
        var connection = target.connect(dialect);
        connection.giveUpAt(deadline);
        return connection;
    }

    @Override
    public Target startedWith(Startup startup) throws TargetAbsent {
        return new HurriedTarget(target.startedWith(startup), deadline);
    }

    @Override
    public boolean speaksText() {
        return target.speaksText();
    }

    @Override
    public InetSocketAddress udpAddress() {
        return target.udpAddress();
    }

    @Override
    public void advance(Duration time) {
        deadline.require();
        target.advance(time);
    }

    @Override
    public void reset() {
        target.reset();
    }

    @Override
    public String name() {
        return target.name();
    }

    @Override
    public InetSocketAddress address() {
        return target.address();
    }

    @Override
    public Capabilities capabilities() {
        return target.capabilities();
    }

    @Override
    public ServerVersion version() {
        return target.version();
    }

    @Override
    public void close() {
        target.close();
    }
}
