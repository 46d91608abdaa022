package io.github.fakecached.conformance.target;

import io.github.fakecached.conformance.liar.LyingDatagrams;
import io.github.fakecached.conformance.liar.LyingServer;
import io.github.fakecached.conformance.liar.Replies;
import io.github.fakecached.conformance.wire.Dialect;
import io.github.fakecached.conformance.wire.RawConnection;
import io.github.fakecached.conformance.wire.RawText;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A target between a client and an honest one, which lies about replies. All that is done to it is done to the honest one. */
public final class LyingTarget implements Target {

    private final Target honest;
    private final Startup startup;
    private final ServerVersion version;
    private final Replies replies;
    private final LyingServer server;
    private final LyingServer decrypted;
    private @Nullable LyingDatagrams datagrams;

    private LyingTarget(Target honest, Startup startup, ServerVersion version, Replies replies) {
        this.honest = honest;
        this.startup = startup;
        this.version = version;
        this.replies = replies;
        server = LyingServer.inFrontOf(honest.address(), replies);
        decrypted = startup == Startup.TLS
                ? LyingServer.inFrontOf(
                        honest.address(), replies, ServerCertificate.shared().trusting())
                : server;
    }

    /** Lies about replies of a target that was started without options. */
    public static LyingTarget of(Target honest, Replies replies) {
        return new LyingTarget(honest, Startup.PLAIN, honest.version(), replies);
    }

    /** Lies about nothing but its version. */
    public static LyingTarget pretending(ServerVersion version, Target honest) {
        return new LyingTarget(honest, Startup.PLAIN, version, Replies.honest());
    }

    @Override
    public String name() {
        return "liar";
    }

    @Override
    public InetSocketAddress address() {
        return server.address();
    }

    @Override
    public InetSocketAddress udpAddress() {
        if (datagrams == null) {
            datagrams = new LyingDatagrams(honest.udpAddress(), replies);
        }
        return datagrams.address();
    }

    @Override
    public boolean speaksText() {
        return startup.speaksText();
    }

    @Override
    public RawText connect() {
        return startup == Startup.TLS
                ? RawText.connect(decrypted.address())
                : StartupConnection.text(startup, address());
    }

    @Override
    public RawConnection connect(Dialect dialect) {
        return startup == Startup.TLS
                ? dialect.connect(decrypted.address())
                : StartupConnection.in(dialect, startup, address());
    }

    /** Time can be made to pass, but not so easily that what takes time is tried often. */
    @Override
    public Capabilities capabilities() {
        return new Capabilities(version, TimeTravel.JUMP);
    }

    @Override
    public Target startedWith(Startup other) throws TargetAbsent {
        return new LyingTarget(honest.startedWith(other), other, version, replies);
    }

    @Override
    public void advance(Duration time) {
        honest.advance(time);
    }

    @Override
    public void reset() {
        honest.reset();
    }

    @Override
    public void close() {
        server.close();
        decrypted.close();
        if (datagrams != null) {
            datagrams.close();
        }
        honest.close();
    }
}
