package io.github.fakecached.journal;

import java.util.List;
import java.util.Locale;

/**
 * Writes exchanges as the text of a failed test has them: one line each, in columns.
 *
 * <pre>
 * #12 c0 text   get product:7          → END       (miss)   0.1 ms
 * #13 c0 text   set product:7 0 60 212 → STORED    (stored) 0.2 ms
 * </pre>
 *
 * <pre>{@code
 * System.out.println(JournalRenderer.lastOf(memcached.journal().exchanges()));
 * }</pre>
 *
 * <p>Keeps nothing, and so is safe for use by several threads.
 */
public final class JournalRenderer {

    private static final int LAST = 20;
    private static final int REQUEST_MAX = 60;
    private static final int REPLY_MAX = 40;
    private static final double NANOS_PER_MILLI = 1e6;

    private JournalRenderer() {}

    /**
     * The last exchanges, 20 at most, the oldest of them first.
     *
     * @param exchanges some exchanges in their order
     * @return a line for each, without a line end behind the last; a line that says so if there are none
     */
    public static String lastOf(List<Exchange> exchanges) {
        return exchanges.isEmpty()
                ? "no exchanges"
                : lines(exchanges.subList(Math.max(0, exchanges.size() - LAST), exchanges.size()));
    }

    /**
     * A line for each exchange.
     *
     * @param exchanges some exchanges in their order
     * @return the lines, without a line end behind the last; empty if there are none
     */
    public static String lines(List<Exchange> exchanges) {
        List<String> requests = exchanges.stream().map(JournalRenderer::request).toList();
        int width = requests.stream().mapToInt(String::length).max().orElse(0);
        int replyWidth = exchanges.stream()
                .mapToInt(exchange -> reply(exchange).length())
                .max()
                .orElse(0);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < requests.size(); i++) {
            Exchange exchange = exchanges.get(i);
            text.append(i == 0 ? "" : "\n")
                    .append(String.format(
                            Locale.ROOT,
                            "%-" + width + "s → %-" + replyWidth + "s (%s)%s %.1f ms",
                            requests.get(i),
                            reply(exchange),
                            exchange.outcome().inWords(),
                            exchange.fault().map(fault -> " [" + fault + "]").orElse(""),
                            exchange.duration().toNanos() / NANOS_PER_MILLI));
        }
        return text.toString();
    }

    private static String request(Exchange exchange) {
        return "#" + exchange.number() + " c" + exchange.connection() + " "
                + String.format(Locale.ROOT, "%-6s", exchange.dialect().name().toLowerCase(Locale.ROOT)) + " "
                + cut(firstLine(exchange.request().text()), REQUEST_MAX);
    }

    private static String reply(Exchange exchange) {
        return exchange.reply().length() == 0 ? "nothing" : cut(exchange.reply().text(), REPLY_MAX);
    }

    private static String firstLine(String text) {
        int end = text.indexOf("\\r\\n");
        return end < 0 ? text : text.substring(0, end);
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }
}
