package io.github.fakecached.conformance.target;

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
        var says = version();
        requireFlush();
        var version = MEMCACHED.matcher(says).matches() ? ServerVersion.of(says) : expected.orElse(NEWEST);
        return new Capabilities(version, timeTravel, says, dialects(), remarks());
    }

    /** Whether the usual sentinel is answered as by memcached, or one that asks for less is needed. */
    Sentinel sentinel() {
        var version = ask("version\r\n", LINE).text();
        var reply = Sentinel.TOGETHER.replyTo(version);
        return ask(Sentinel.TOGETHER.request(), reply).text().equals(reply) ? Sentinel.TOGETHER : Sentinel.APART;
    }

    private String version() throws TargetAbsent {
        var reply = ask("version\r\n", LINE);
        var matcher = VERSION.matcher(reply.text());
        if (matcher.matches()) {
            return matcher.group(1);
        }
        if (reply.text().contains("unauthenticated")) {
            throw new TargetAbsent("it wants clients to sign in, and rules do not");
        }
        if (speaksBinary()) {
            throw new TargetAbsent("it speaks the binary protocol only: version of the text protocol, which every rule"
                    + " needs to begin with an empty server, is answered with " + shown(reply));
        }
        throw new TargetAbsent("this is no memcached: version is answered with " + shown(reply));
    }

    private void requireFlush() throws TargetAbsent {
        var reply = ask("flush_all\r\n", LINE);
        if (!reply.text().equals("OK\r\n")) {
            throw new TargetAbsent("rules begin with an empty server, and flush_all is answered with " + shown(reply));
        }
    }

    private Set<Dialect> dialects() {
        var dialects = EnumSet.of(Dialect.TEXT);
        if (ask("mg no-such-item v\r\n", LINE).text().startsWith("EN")) {
            dialects.add(Dialect.META);
        }
        if (speaksBinary()) {
            dialects.add(Dialect.BINARY);
        }
        return dialects;
    }

    private boolean speaksBinary() {
        try (var connection = RawBinary.connect(address, limit)) {
            return !connection.version().isEmpty();
        } catch (NoReply silent) {
            return false;
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
