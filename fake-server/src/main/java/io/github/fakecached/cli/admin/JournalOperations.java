package io.github.fakecached.cli.admin;

import static io.github.fakecached.cli.admin.Parameter.optional;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.fakecached.FakeMemcached;
import io.github.fakecached.fault.CommandMatcher;
import io.github.fakecached.journal.Exchange;
import io.github.fakecached.journal.JournalRenderer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What clients asked, and what they were answered; as data, or as the text that a failed test has. */
final class JournalOperations {

    private static final int LIMIT = 1000;
    private static final double NANOS_PER_SECOND = 1e9;

    private final Nodes nodes;

    JournalOperations(Nodes nodes) {
        this.nodes = nodes;
    }

    List<Operation> all() {
        List<Parameter> parameters = new ArrayList<>();
        Parameter node = optional("node", Parameter.Type.STRING, "the name of a node; all by default");
        parameters.add(node);
        parameters.add(optional(
                "since", Parameter.Type.INTEGER, "only exchanges behind the one with this number; for one node"));
        parameters.add(optional("limit", Parameter.Type.INTEGER, "no more than the last so many; 1000 by default"));
        parameters.addAll(Matchers.PARAMETERS);
        return List.of(
                Operation.get(
                        "journal",
                        "/journal",
                        "The last exchanges, the oldest first; as text if that is all that is accepted.",
                        "Exchanges",
                        List.copyOf(parameters),
                        this::list),
                Operation.post(
                        "journal clear", "/journal/clear", "Forgets all exchanges.", "", List.of(node), arguments -> {
                            nodes.some(arguments)
                                    .values()
                                    .forEach(each -> each.journal().clear());
                            return new Result.Done();
                        }));
    }

    private Result list(Arguments arguments) {
        long since = arguments.integer("since", 0);
        long limit = arguments.integer("limit", LIMIT);
        if (limit < 1 || since < 0) {
            throw new IllegalArgumentException("limit is at least 1 and since at least 0");
        }
        CommandMatcher matcher = Matchers.of(arguments);
        Map<String, FakeMemcached> some = arguments.has("since")
                ? Map.of(nodes.nameOfOne(arguments), nodes.one(arguments))
                : nodes.some(arguments);
        Map<String, Object> counts = new LinkedHashMap<>();
        List<Exchange> found = new ArrayList<>();
        some.forEach((name, node) -> {
            List<Exchange> exchanges = node.journal().exchanges();
            counts.put(
                    name,
                    exchanges.isEmpty()
                            ? 0
                            : exchanges.get(exchanges.size() - 1).number());
            exchanges.stream()
                    .filter(exchange -> exchange.number() > since && isMeant(matcher, exchange))
                    .forEach(found::add);
        });
        found.sort(Comparator.comparing(Exchange::wallTime));
        List<Exchange> last = found.subList((int) Math.max(0, found.size() - limit), found.size());
        return new Result.Rows(
                "exchanges",
                last.stream().map(JournalOperations::row).toList(),
                Map.of("last", counts),
                JournalRenderer.lines(last));
    }

    private static boolean isMeant(CommandMatcher matcher, Exchange exchange) {
        return matcher.matches(
                exchange.command(),
                exchange.dialect(),
                exchange.connection(),
                exchange.keys().stream().map(key -> key.getBytes(UTF_8)).toList());
    }

    private static Map<String, Object> row(Exchange exchange) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("number", exchange.number());
        row.put("node", exchange.node());
        row.put("connection", exchange.connection());
        row.put("index", exchange.index());
        row.put("time", exchange.time().toString());
        row.put("wallTime", exchange.wallTime().toString());
        row.put("dialect", exchange.dialect().name().toLowerCase(Locale.ROOT));
        row.put("command", exchange.command());
        row.put("keys", exchange.keys());
        row.put("missedKeys", exchange.missedKeys());
        row.put("request", exchange.request().text());
        row.put("requestLength", exchange.request().length());
        row.put("reply", exchange.reply().text());
        row.put("replyLength", exchange.reply().length());
        row.put("outcome", exchange.outcome().inWords());
        exchange.fault().ifPresent(fault -> row.put("fault", fault));
        row.put("seconds", exchange.duration().toNanos() / NANOS_PER_SECOND);
        return row;
    }
}
