package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.target.ServerVersion;
import io.github.fakecached.conformance.target.Target;
import io.github.fakecached.conformance.wire.Escapes;
import io.github.fakecached.conformance.wire.Exchange;
import io.github.fakecached.conformance.wire.NoReply;
import io.github.fakecached.conformance.wire.RawText;
import io.github.fakecached.conformance.wire.Reply;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a property talks to a server with: it sends lines, compares replies, and remembers what was said for the message of
 * a failure. Replies are written without the CR LF at their end. It connects when it is used first.
 */
final class TextClient implements AutoCloseable {

    private static final Pattern VALUE = Pattern.compile("(?s)VALUE [^ ]+ (\\d+) (\\d+) (\\d+)\r\n(.*)\r\nEND\r\n");

    private final Target target;
    private @Nullable RawText connection;
    private final Clients clients;
    private boolean spent;

    TextClient(Target target, Clients clients) {
        this.target = target;
        this.clients = clients;
    }

    /** An item as gets shows it. */
    record Item(long flags, String value, String unique) {}

    ServerVersion version() {
        return target.version();
    }

    boolean hasNewParser() {
        return version().hasNewParser();
    }

    /** Empties the server and forgets what was said. */
    void begin() {
        connection().ask("flush_all\r\n");
        clients.forgetTranscript();
    }

    /** Sends a line and, after it, data, each ended as it should be, and gives back the whole reply. */
    String ask(String line, String... data) {
        return askBytes(lines(line, data));
    }

    /** Sends exactly these bytes and gives back the whole reply. */
    String askBytes(String bytes) {
        var reply = replyTo(bytes);
        clients.transcript().add(new Exchange(bytes, reply));
        spent |= reply.closed();
        return reply.text();
    }

    /** What was asked is told even if it is not answered. */
    private Reply replyTo(String bytes) {
        try {
            return connection().ask(bytes);
        } catch (NoReply none) {
            clients.transcript().add(new Exchange(bytes, Reply.of("")));
            throw none;
        }
    }

    /** Sends a line and data, and sees that the reply is this and no more. */
    void expect(String reply, String line, String... data) {
        expectBytes(reply, lines(line, data));
    }

    /** Sends a line and data, and sees that the reply is one of these: where a second may end in between. */
    void expectOneOf(List<String> replies, String line, String... data) {
        var actual = ask(line, data);
        if (replies.stream().noneMatch(reply -> actual.equals(reply + "\r\n"))) {
            throw new AssertionError("expected one of " + Escapes.escape(replies.toString()));
        }
    }

    /** Sends a line and data, and sees that the whole reply, without the CR LF at its end, is of this form. */
    void expectMatch(String pattern, String line, String... data) {
        if (!ask(line, data).matches(pattern + "\r\n")) {
            throw new AssertionError("expected " + pattern);
        }
    }

    /** Sends exactly these bytes, and sees that the reply is this and no more; an empty reply is nothing at all. */
    void expectBytes(String reply, String bytes) {
        var expected = reply.isEmpty() ? "" : reply + "\r\n";
        var actual = askBytes(bytes);
        if (!actual.equals(expected) || spent) {
            throw new AssertionError("expected " + Escapes.escape(expected));
        }
    }

    /**
     * Sends a line that fetches, and sees that it is refused for its form. Since 1.6.40 an empty line follows; a defect, which
     * is not asked for.
     */
    void expectFormatError(String line) {
        var actual = ask(line);
        if (!actual.equals(TextRules.FORMAT + "\r\n")
                && !(hasNewParser() && actual.equals(TextRules.FORMAT + "\r\n\r\n"))) {
            throw new AssertionError("expected " + TextRules.FORMAT);
        }
    }

    /** Sends bytes that make the server close the connection, and sees that it first answers this. */
    void expectClose(String reply, String bytes) {
        var actual = connection().ask(bytes);
        spent = true;
        clients.transcript().add(new Exchange(bytes, actual));
        if (!actual.equals(new Reply(reply.isEmpty() ? "" : reply + "\r\n", true))) {
            throw new AssertionError("expected " + Escapes.escape(reply) + " and the connection closed");
        }
    }

    /** Looks at an item. */
    Optional<Item> item(String key) {
        var matcher = VALUE.matcher(ask("gets " + key));
        return matcher.matches()
                ? Optional.of(new Item(Long.parseLong(matcher.group(1)), matcher.group(4), matcher.group(3)))
                : Optional.empty();
    }

    /** The unique of an item that is there. */
    String unique(String key) {
        return item(key).orElseThrow(() -> new AssertionError("no item " + key)).unique();
    }

    /** Stores, and sees that it is stored. */
    void store(String key, String value) {
        store(key, 0, 0, value);
    }

    /** Stores with flags and a time, and sees that it is stored. */
    void store(String key, long flags, long exptime, String value) {
        expect("STORED", "set " + key + " " + flags + " " + exptime + " " + value.length(), value);
    }

    /** Sees that an item has this value and flags. */
    void expectItem(String key, long flags, String value) {
        expect("VALUE " + key + " " + flags + " " + value.length() + "\r\n" + value + "\r\nEND", "get " + key);
    }

    /** Sees that there is no item. */
    void expectNone(String key) {
        expect("END", "get " + key);
    }

    /** The bare connection, for what has no single reply. */
    RawText connection() {
        var connected = connection;
        if (connected == null) {
            connected = target.connect();
            connection = connected;
        }
        return connected;
    }

    boolean isSpent() {
        return spent;
    }

    private static String lines(String line, String... data) {
        return line + "\r\n" + (data.length == 0 ? "" : String.join("\r\n", data) + "\r\n");
    }

    /** Goes on with another connection, made when it is needed. */
    void disconnect() {
        close();
        connection = null;
        spent = false;
    }

    @Override
    public void close() {
        if (connection != null) {
            connection.close();
        }
    }
}
