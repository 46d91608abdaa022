package io.github.fakecached.conformance.target;

import io.github.fakecached.conformance.wire.BinaryMessage;
import io.github.fakecached.conformance.wire.Dialect;
import io.github.fakecached.conformance.wire.Escapes;
import io.github.fakecached.conformance.wire.NoReply;
import io.github.fakecached.conformance.wire.Question;
import io.github.fakecached.conformance.wire.RawBinary;
import io.github.fakecached.conformance.wire.Reply;
import io.github.fakecached.conformance.wire.Sentinel;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds out what a server can do by asking it. A server whose rules could not be judged at all is told apart, with the reason. */
final class Probe {

    private static final String LINE = "\r\n";
    private static final Pattern VERSION = Pattern.compile("VERSION ([^\r\n]+)\r\n");
    private static final Pattern MEMCACHED = Pattern.compile("1\\.[2-6]\\.\\d+.*");
    private static final Pattern ITEM_SIZE = Pattern.compile("STAT item_size_max (\\d+)\r\n");
    private static final String USUAL_ITEM_SIZE = "1048576";
    private static final BinaryMessage BINARY_NOOP = BinaryMessage.request(0x0a, "", "", "");
    private static final BinaryMessage BINARY_FLUSH = BinaryMessage.request(0x08, "", "", "");
    private static final int AUTHENTICATION_ERROR = 0x20;
    private static final String AUTHENTICATION_TEXT = "Auth failure.";

    /** The release whose answers are expected of a server that has a version of its own. */
    private static final ServerVersion NEWEST = ServerVersion.of("1.6.45");

    private final InetSocketAddress address;
    private final Duration limit;

    Probe(InetSocketAddress address, Duration limit) {
        this.address = address;
        this.limit = limit;
    }

    /**
     * What the server can do.
     *
     * @param expected the release by which it is judged if its version is not memcached's
     * @throws TargetAbsent if rules cannot be put to it
     * @throws NoReply if it cannot be connected to
     */
    Capabilities capabilities(Optional<ServerVersion> expected, TimeTravel timeTravel) throws TargetAbsent {
        var text = ask("version\r\n", LINE);
        var said = VERSION.matcher(text.text());
        if (said.matches()) {
            requireTextFlush();
            return new Capabilities(version(said.group(1), expected), timeTravel, said.group(1), dialects(), remarks());
        }
        var says = binaryVersion().orElseThrow(() -> absent(text));
        requireBinaryFlush();
        return new Capabilities(version(says, expected), timeTravel, says, EnumSet.of(Dialect.BINARY), List.of());
    }

    private static ServerVersion version(String says, Optional<ServerVersion> expected) {
        return MEMCACHED.matcher(says).matches() ? ServerVersion.of(says) : expected.orElse(NEWEST);
    }

    /** Whether the usual sentinel is answered as by memcached, or one that asks for less is needed. */
    Sentinel sentinel() {
        var version = ask("version\r\n", LINE).text();
        var reply = Sentinel.TOGETHER.replyTo(version);
        return ask(Sentinel.TOGETHER.request(), reply).text().equals(reply) ? Sentinel.TOGETHER : Sentinel.APART;
    }

    /** Why a server cannot be judged whose {@code version} is answered like this, and in the binary protocol not at all. */
    private TargetAbsent absent(Reply text) {
        if (text.text().contains("unauthenticated")) {
            return new TargetAbsent("it wants clients to sign in, and this is not done here: have it started without"
                    + " users (-Y of memcached) while it is judged");
        }
        var binary = ask(BINARY_NOOP.bytes(), AUTHENTICATION_TEXT);
        if (BinaryMessage.of(binary.text()).filter(Probe::wantsSignIn).isPresent()) {
            return new TargetAbsent(
                    "it speaks the binary protocol and wants clients to sign in with SASL, and this is not"
                            + " done here: have it started without (-S of memcached) while it is judged");
        }
        return new TargetAbsent("this is no memcached: version is answered with " + shown(text)
                + ", and a no-op of the binary protocol with " + shown(binary));
    }

    private static boolean wantsSignIn(BinaryMessage answer) {
        return answer.opcode() == BINARY_NOOP.opcode() && answer.status() == AUTHENTICATION_ERROR;
    }

    private void requireTextFlush() throws TargetAbsent {
        var reply = ask("flush_all\r\n", LINE);
        if (!reply.text().equals("OK\r\n")) {
            throw cannotBeFlushed(reply);
        }
    }

    private void requireBinaryFlush() throws TargetAbsent {
        try (var connection = RawBinary.connect(address, limit)) {
            var reply = connection.ask(BINARY_FLUSH.bytes());
            if (BinaryMessage.of(reply.text())
                    .filter(answer -> answer.status() == 0)
                    .isEmpty()) {
                throw cannotBeFlushed(reply);
            }
        }
    }

    private static TargetAbsent cannotBeFlushed(Reply reply) {
        return new TargetAbsent("rules begin with an empty server, and flush_all is answered with " + shown(reply)
                + ": have it started so that it can be flushed (without -F of memcached) while it is judged");
    }

    private Set<Dialect> dialects() {
        var dialects = EnumSet.of(Dialect.TEXT);
        if (ask("mg no-such-item v\r\n", LINE).text().startsWith("EN")) {
            dialects.add(Dialect.META);
        }
        if (binaryVersion().isPresent()) {
            dialects.add(Dialect.BINARY);
        }
        return dialects;
    }

    /** What a server that speaks the binary protocol says is its version. */
    private Optional<String> binaryVersion() {
        try (var connection = RawBinary.connect(address, limit)) {
            return Optional.of(connection.version()).map(version -> version.isEmpty() ? "untold" : version);
        } catch (NoReply silent) {
            return Optional.empty();
        }
    }

    /** How it is set, as far as that is not how memcached is unless told otherwise. */
    private List<String> remarks() {
        var settings = ask("stats settings\r\n", "END\r\n").text();
        var remarks = new ArrayList<String>();
        if (settings.contains("STAT cas_enabled no\r\n")) {
            remarks.add("cas is off");
        }
        var size = ITEM_SIZE.matcher(settings);
        if (size.find() && !size.group(1).equals(USUAL_ITEM_SIZE)) {
            remarks.add("items of " + size.group(1) + " bytes");
        }
        return remarks;
    }

    private Reply ask(String request, String end) {
        return Question.ask(address, request, end, limit);
    }

    private static String shown(Reply reply) {
        var text = Escapes.escape(
                reply.text().substring(0, Math.min(100, reply.text().length())));
        return (text.isEmpty() ? "nothing" : text) + (reply.closed() ? " and a closed connection" : "");
    }
}
