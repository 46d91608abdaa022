package io.github.fakecached.conformance.wire;

import java.util.ArrayList;
import java.util.List;

/**
 * What was sent and received over one connection, in order. Printed, it can be read by people and parsed back:
 *
 * <pre>
 * # a comment
 * &gt; set a 5 0 3\r\n
 * &gt; abc\r\n
 * &lt; STORED\r\n
 *
 * &gt; quit\r\n
 * &lt; (closed)
 * </pre>
 */
public final class Transcript {

    private static final String CLOSED = "(closed)";

    private final List<Exchange> exchanges = new ArrayList<>();

    /** A transcript in which nothing has been said. */
    public Transcript() {}

    /** Reads what {@link #toString()} printed, and what people wrote in the same form. */
    public static Transcript parse(String printed) {
        var transcript = new Transcript();
        var sent = new StringBuilder();
        var received = new StringBuilder();
        boolean closed = false;
        for (var line : (printed + "\n\n").lines().toList()) {
            if (line.isBlank() && sent.length() > 0) {
                transcript.add(new Exchange(sent.toString(), new Reply(received.toString(), closed)));
                sent.setLength(0);
                received.setLength(0);
                closed = false;
            } else if (line.startsWith("> ")) {
                sent.append(Escapes.unescape(line.substring(2)));
            } else if (line.equals("< " + CLOSED)) {
                closed = true;
            } else if (line.startsWith("< ")) {
                received.append(Escapes.unescape(line.substring(2)));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                throw new IllegalArgumentException("a line of a transcript begins with >, < or #, not: " + line);
            }
        }
        return transcript;
    }

    /** Adds what was said. */
    public void add(Exchange exchange) {
        exchanges.add(exchange);
    }

    /** This transcript with one more exchange, as a new one. */
    public Transcript and(Exchange last) {
        var longer = new Transcript();
        longer.exchanges.addAll(exchanges);
        longer.add(last);
        return longer;
    }

    /** This transcript without some of its exchanges, from one index up to another, as a new one. */
    public Transcript without(int from, int to) {
        var shorter = new Transcript();
        shorter.exchanges.addAll(exchanges.subList(0, from));
        shorter.exchanges.addAll(exchanges.subList(to, exchanges.size()));
        return shorter;
    }

    /** All that was said so far. */
    public List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    /** One exchange in the form of a transcript. */
    public static String print(Exchange exchange) {
        return lines("> ", exchange.sent()) + print("< ", exchange.received());
    }

    /** One reply, each of its lines with a prefix. */
    public static String print(String prefix, Reply reply) {
        return lines(prefix, reply.text()) + (reply.closed() ? prefix + CLOSED + "\n" : "");
    }

    private static String lines(String prefix, String text) {
        var out = new StringBuilder();
        int from = 0;
        while (from < text.length()) {
            int lineFeed = text.indexOf('\n', from);
            int to = lineFeed < 0 ? text.length() : lineFeed + 1;
            out.append(prefix).append(Escapes.escape(text.substring(from, to))).append('\n');
            from = to;
        }
        return out.toString();
    }

    @Override
    public String toString() {
        var out = new StringBuilder();
        exchanges.forEach(exchange -> out.append(print(exchange)).append('\n'));
        return out.toString();
    }
}
