package io.github.fakecached.conformance.target;

import io.github.fakecached.conformance.wire.Dialect;
import io.github.fakecached.conformance.wire.NoReply;
import io.github.fakecached.conformance.wire.RawBinary;
import io.github.fakecached.conformance.wire.RawConnection;
import io.github.fakecached.conformance.wire.RawText;
import java.net.InetSocketAddress;
import java.time.Duration;

/** How to connect to a server that was started in some way: signed in, or encrypted, where it wants that. */
final class StartupConnection {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration FIRST_LIMIT = Duration.ofSeconds(1);

    private StartupConnection() {}

    /**
     * One that speaks the text protocol.
     *
     * @throws UnsupportedOperationException if the server does not
     */
    static RawText text(Startup startup, InetSocketAddress address) {
        return text(startup, address, LIMIT);
    }

    /** One that speaks this dialect. */
    static RawConnection in(Dialect dialect, Startup startup, InetSocketAddress address) {
        return dialect == Dialect.BINARY ? binary(startup, address, LIMIT) : text(startup, address);
    }

    /** Whether such a server answers there; it is not waited for long. */
    static boolean answers(Startup startup, InetSocketAddress address) {
        try (RawConnection connection =
                startup.speaksText() ? text(startup, address, FIRST_LIMIT) : binary(startup, address, FIRST_LIMIT)) {
            return !connection.version().isEmpty();
        } catch (NoReply e) {
            return false;
        }
    }

    private static RawText text(Startup startup, InetSocketAddress address, Duration limit) {
        return switch (startup) {
            case TEXT_USER -> RawText.connectSignedIn(address, limit, StartupFolder.USER, StartupFolder.PASSWORD);
            case SASL_USER -> throw new UnsupportedOperationException("no text is spoken with " + startup);
            case TLS ->
                RawText.connect(address, limit, ServerCertificate.shared().trusting());
            default -> RawText.connect(address, limit);
        };
    }

    private static RawBinary binary(Startup startup, InetSocketAddress address, Duration limit) {
        return switch (startup) {
            case SASL_USER -> RawBinary.connectSignedIn(address, limit, SaslUsers.USER, SaslUsers.PASSWORD);
            case TLS ->
                RawBinary.connect(address, limit, ServerCertificate.shared().trusting());
            default -> RawBinary.connect(address, limit);
        };
    }
}
