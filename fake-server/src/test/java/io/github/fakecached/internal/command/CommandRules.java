package io.github.fakecached.internal.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which rules of the conformance suite are about a row of {@link CommandTable} or {@link Opcode}, by the beginnings of their ids.
 * Reads the rule books as text; what the rules say is not looked at.
 */
final class CommandRules {

    /** The beginnings of rules about every command. */
    static final List<String> OF_ALL = List.of(
            "T-NOREPLY",
            "T-PIPE",
            "T-ERROR",
            "T-LINE",
            "T-KEY",
            "T-EXPIRY",
            "T-MODEL",
            "T-CONC",
            "M-FLAG",
            "M-KEY",
            "M-EXPIRY",
            "M-PIPE",
            "M-CONC",
            "M-MODEL",
            "M-STATS",
            "M-OLD",
            "M-OPTION",
            "B-HEAD",
            "B-PIPE",
            "B-CONC",
            "B-MODEL",
            "B-EXPIRY",
            "B-STATS",
            "B-OPTION",
            "A-OPTION",
            "A-AUTH",
            "A-TLS",
            "A-UDP");

    private static final Path BOOKS =
            Path.of("..", "conformance-suite/src/main/resources/io/github/fakecached/conformance/rule");
    private static final Pattern ID = Pattern.compile("^\\| ([A-Z]-[A-Z]+-\\d+) ", Pattern.MULTILINE);

    private final List<String> ids;

    private CommandRules(List<String> ids) {
        this.ids = List.copyOf(ids);
    }

    static CommandRules read() throws IOException {
        var ids = new ArrayList<String>();
        for (var book : List.of("text", "meta", "binary", "administration")) {
            ID.matcher(Files.readString(BOOKS.resolve(book + "-rules.md")))
                    .results()
                    .map(row -> row.group(1))
                    .forEach(ids::add);
        }
        return new CommandRules(ids);
    }

    /** The ids of all rules, in the order of the books. */
    List<String> ids() {
        return ids;
    }

    /** Those with one of these beginnings, or these very ids. */
    List<String> ids(List<String> beginnings) {
        return ids.stream()
                .filter(id -> beginnings.stream().anyMatch(beginning -> (id + "-").startsWith(beginning + "-")))
                .toList();
    }

    /** These rules in short: of those that follow one another, the first and the last. */
    String text(List<String> beginnings) {
        var runs = new ArrayList<List<String>>();
        for (var id : ids(beginnings)) {
            if (runs.isEmpty() || !id.equals(next(runs.get(runs.size() - 1)))) {
                runs.add(new ArrayList<>());
            }
            runs.get(runs.size() - 1).add(id);
        }
        return runs.stream().map(CommandRules::textOf).collect(Collectors.joining(", "));
    }

    private static String textOf(List<String> run) {
        var separator = run.size() > 2 ? " to " : ", ";
        return Stream.of(run.get(0), run.get(run.size() - 1))
                .distinct()
                .map(id -> "`" + id + "`")
                .collect(Collectors.joining(separator));
    }

    private static String next(List<String> run) {
        var last = run.get(run.size() - 1);
        int number = last.lastIndexOf('-') + 1;
        return "%s%02d".formatted(last.substring(0, number), Integer.parseInt(last.substring(number)) + 1);
    }

    /** The beginnings of a command's rules. A row without a case does not compile. */
    static List<String> of(CommandTable row) {
        return switch (row) {
            case GET -> List.of("T-GET-01", "T-GET-02", "T-GET-04", "T-GET-06", "T-GET-07", "T-GET-08");
            case GETS -> List.of("T-GET-03", "T-GET-04", "T-GET-06");
            case BGET -> List.of("T-GET-05");
            case GAT, GATS ->
                List.of(
                        "T-TOUCH-02",
                        "T-TOUCH-03",
                        "T-TOUCH-04",
                        "T-TOUCH-05",
                        "T-TOUCH-06",
                        "T-TOUCH-07",
                        "T-GET-06",
                        "T-GET-07");
            case SET, ADD, REPLACE -> List.of("T-STORE");
            case APPEND, PREPEND -> List.of("T-APPEND");
            case CAS -> List.of("T-CAS", "A-OPTION-02");
            case TOUCH -> List.of("T-TOUCH-01", "T-TOUCH-03", "T-TOUCH-05", "T-TOUCH-06", "T-TOUCH-07", "T-TOUCH-08");
            case DELETE -> List.of("T-DELETE");
            case INCR, DECR -> List.of("T-INCR");
            case MG -> List.of("M-GET");
            case MS -> List.of("M-STORE");
            case MD -> List.of("M-DELETE");
            case MA -> List.of("M-ARITH");
            case ME -> List.of("M-DEBUG");
            case MN -> List.of("M-NOOP");
            case STATS ->
                List.of(
                        "T-OTHER-03",
                        "A-STATS",
                        "A-COUNT",
                        "A-OPTION-10",
                        "A-OPTION-14",
                        "A-OPTION-15",
                        "A-OPTION-19",
                        "A-OPTION-20");
            case VERSION -> List.of("T-OTHER-01");
            case QUIT -> List.of("T-LINE-05", "T-LINE-09", "T-LINE-14");
            case FLUSH_ALL -> List.of("T-FLUSH", "A-OPTION-08");
            case VERBOSITY -> List.of("T-OTHER-02", "T-OTHER-04", "T-OTHER-05");
            case WATCH -> List.of("A-WATCH", "A-OPTION-05", "A-OPTION-16");
            case SHUTDOWN -> List.of("A-SERVER-01", "A-OPTION-17", "A-OPTION-18");
            case REFRESH_CERTS -> List.of("A-SERVER-02");
            case CACHE_MEMLIMIT -> List.of("A-MEMORY");
            case LRU -> List.of("A-LRU");
            case LRU_CRAWLER -> List.of("A-CRAWLER", "A-DUMP", "A-OPTION-12", "A-OPTION-13");
            case SLABS -> List.of("A-SLABS");
            case EXTSTORE -> List.of("A-SERVER-04");
            case CONFIG -> List.of("A-SERVER-03");
            // Released builds of memcached, which the rules are held against, do not have them.
            case DEBUGTIME, DEBUGITEM -> List.of();
        };
    }

    /** The beginnings of an opcode's rules. A row without a case does not compile. */
    static List<String> of(Opcode row) {
        return switch (row) {
            case GET -> List.of("B-GET-01", "B-GET-03", "B-GET-04", "B-GET-05");
            case GETK -> List.of("B-GET-02", "B-GET-03", "B-GET-04", "B-GET-05");
            case SET, ADD, REPLACE -> List.of("B-STORE");
            case APPEND, PREPEND -> List.of("B-APPEND");
            case DELETE -> List.of("B-DELETE");
            case INCREMENT, DECREMENT -> List.of("B-INCR");
            case TOUCH, GAT, GATK -> List.of("B-TOUCH");
            case FLUSH -> List.of("B-FLUSH");
            case NOOP, VERSION -> List.of("B-OTHER-01");
            case QUIT -> List.of("B-OTHER-02", "B-OTHER-09");
            case STAT -> List.of("B-OTHER-03", "B-OTHER-04", "B-OTHER-05", "B-OTHER-06", "B-OTHER-07", "B-OTHER-08");
            case SASL_LIST_MECHS, SASL_AUTH, SASL_STEP -> List.of("B-SASL");
        };
    }
}
