package io.github.fakecached.conformance.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was sent and received, in order, over a connection for each dialect. Printed, it can be read by people and parsed
 * back:
 *
 * <pre>
 * # a comment
 * &gt; set a 5 0 3\r\n
 * &gt; abc\r\n
 * &lt; STORED\r\n
 *
 * &gt; quit\r\n
 * &lt; (closed)
 *
 * meta&gt; mg a t\r\n
 * meta&lt; HD t-1\r\n
 *
 * binary&gt; 80 op=04 keylen=1 extlen=0 datatype=0 vbucket=0 bodylen=1 opaque=00000000 cas=0 a
 * binary&lt; 81 op=04 keylen=0 extlen=0 datatype=0 status=0 bodylen=0 opaque=00000000 cas=0
 * </pre>
 */
public final class Transcript {

    private static final String CLOSED = "(closed)";
    private static final Pattern SAID = Pattern.compile("(|meta|binary)([<>]) (.*)");

    private final List<Exchange> exchanges = new ArrayList<>();

    /** A transcript in which nothing has been said. */
    public Transcript() {}

    /** Reads what {@link #toString()} printed, and what people wrote in the same form. */
    public static Transcript parse(String printed) {
        var transcript = new Transcript();
        var dialect = Dialect.TEXT;
        var sent = new StringBuilder();
        var received = new StringBuilder();
        boolean closed = false;
        for (var line : (printed + "\n\n").lines().toList()) {
            var said = SAID.matcher(line);
            if (line.isBlank() && sent.length() > 0) {
                transcript.add(new Exchange(dialect, sent.toString(), new Reply(received.toString(), closed)));
                sent.setLength(0);
                received.setLength(0);
                closed = false;
            } else if (said.matches() && said.group(2).equals(">")) {
                dialect = dialect(said.group(1));
                sent.append(dialect.parse(said.group(3)));
            } else if (said.matches() && said.group(3).equals(CLOSED)) {
                closed = true;
            } else if (said.matches()) {
                received.append(dialect.parse(said.group(3)));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                throw new IllegalArgumentException("a line of a transcript begins with >, < or #, not: " + line);
            }
        }
        return transcript;
    }

    private static Dialect dialect(String prompt) {
        return Stream.of(Dialect.values())
                .filter(dialect -> dialect.prompt().equals(prompt))
                .findFirst()
                .orElseThrow();
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
        var dialect = exchange.dialect();
        return lines(dialect.prompt() + "> ", dialect, exchange.sent())
                + print(dialect.prompt() + "< ", dialect, exchange.received());
    }

    /** One reply, each of its lines with a prefix. */
    public static String print(String prefix, Dialect dialect, Reply reply) {
        return lines(prefix, dialect, reply.text()) + (reply.closed() ? prefix + CLOSED + "\n" : "");
    }

    private static String lines(String prefix, Dialect dialect, String bytes) {
        return dialect.print(bytes).stream().map(line -> prefix + line + "\n").collect(Collectors.joining());
    }

    @Override
    public String toString() {
        var out = new StringBuilder();
        exchanges.forEach(exchange -> out.append(print(exchange)).append('\n'));
        return out.toString();
    }
}
