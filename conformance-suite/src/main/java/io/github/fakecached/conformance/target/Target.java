package io.github.fakecached.conformance.target;

import io.github.fakecached.conformance.wire.Dialect;
import io.github.fakecached.conformance.wire.RawConnection;
import io.github.fakecached.conformance.wire.RawText;
import java.net.InetSocketAddress;
import java.time.Duration;

/** A running server that rules are run against. Whoever opened it closes it; it serves one test at a time. */
public interface Target extends AutoCloseable {

    /** A name for reports, such as {@code container memcached:1.6.18}. */
    String name();

    /** Where it listens. */
    InetSocketAddress address();

    /** What it can do. */
    Capabilities capabilities();

    /**
     * Lets at least this much time pass on the server and returns once its clock shows it. No more than a second passes in
     * addition.
     */
    void advance(Duration time);

    /** Makes it empty. */
    default void reset() {
        try (var connection = connect()) {
            connection.ask("flush_all\r\nverbosity 0\r\n");
        }
    }

    /**
     * Starts one more server of this kind and version, in this way. Whoever asks for it closes it.
     *
     * @throws TargetAbsent if it cannot be started
     * @throws UnsupportedOperationException if servers of this kind are not started here
     */
    default Target startedWith(Startup startup) throws TargetAbsent {
        throw new UnsupportedOperationException(
                name() + " would have to be started anew with " + startup + ", and it was not started here");
    }

    /** Whether it speaks the text protocol, as all do but those to which users sign in by SASL. */
    default boolean speaksText() {
        return true;
    }

    /**
     * Where it takes datagrams.
     *
     * @throws UnsupportedOperationException if it takes none
     */
    default InetSocketAddress udpAddress() {
        throw new UnsupportedOperationException(name() + " takes no datagrams");
    }

    /** A new connection that speaks the text protocol. */
    default RawText connect() {
        return RawText.connect(address());
    }

    /** A new connection that speaks this dialect. */
    default RawConnection connect(Dialect dialect) {
        return dialect.connect(address());
    }

    /** Its version. */
    default ServerVersion version() {
        return capabilities().version();
    }

    @Override
    void close();
}
