package io.github.fakecached.cli.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * The door on memcached's own ports: lines such as {@code fakecached clock advance seconds=60}. Operations wait for nodes, so
 * they are done in a thread of their own, and never in that of the node that was asked.
 */
public final class TextCommands {

    /** The word that lines begin with. */
    public static final String WORD = "fakecached";

    private final Operations operations;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread made = new Thread(task, "fakecached-commands");
        made.setDaemon(true);
        return made;
    });

    /** Commands that ask for these. */
    public TextCommands(Operations operations) {
        this.operations = operations;
    }

    /**
     * Does what a line says.
     *
     * @param words what stands behind the first word
     * @return the lines of the answer, which comes later, each with a line feed
     */
    public CompletionStage<String> answer(String words) {
        return CompletableFuture.supplyAsync(() -> answerNow(words), thread);
    }

    private String answerNow(String words) {
        try {
            List<String> name = new ArrayList<>();
            Map<String, String> arguments = new LinkedHashMap<>();
            for (String word : words.strip().split(" +")) {
                int equals = word.indexOf('=');
                if (equals < 0 && arguments.isEmpty()) {
                    name.add(word);
                } else if (equals < 0) {
                    throw new IllegalArgumentException(
                            "arguments are name=value, unlike \"" + word + "\"; a space in a" + " value is %20");
                } else if (arguments.put(word.substring(0, equals), decoded(word.substring(equals + 1))) != null) {
                    throw new IllegalArgumentException(word.substring(0, equals) + " is given twice");
                }
            }
            return written(operations.named(String.join(" ", name)).perform(arguments));
        } catch (NotFound e) {
            return "NOT_FOUND " + line(e) + "\n";
        } catch (IllegalArgumentException e) {
            return "CLIENT_ERROR " + line(e) + "\n";
        } catch (RuntimeException e) {
            return "SERVER_ERROR " + line(e) + "\n";
        }
    }

    private static String line(RuntimeException e) {
        return String.valueOf(e.getMessage()).replace('\n', ' ').replace('\r', ' ');
    }

    private static String written(Result result) {
        if (result instanceof Result.Row row) {
            return line(row.values()) + "END\n";
        }
        if (result instanceof Result.Rows rows) {
            String text = rows.text();
            if (text != null) {
                return (text.isEmpty() || text.endsWith("\n") ? text : text + "\n") + "END\n";
            }
            return rows.rows().stream().map(TextCommands::line).collect(Collectors.joining()) + "END\n";
        }
        return "OK\n";
    }

    private static String line(Map<String, Object> row) {
        return row.entrySet().stream()
                        .map(value -> value.getKey() + "=" + encoded(value.getValue()))
                        .collect(Collectors.joining(" "))
                + "\n";
    }

    private static String encoded(Object value) {
        if (value instanceof List<?> several) {
            return several.stream().map(TextCommands::encoded).collect(Collectors.joining(","));
        }
        StringBuilder text = new StringBuilder();
        for (byte b : value.toString().getBytes(UTF_8)) {
            if (b <= ' ' || b == '%' || b == 0x7f) {
                text.append(String.format(Locale.ROOT, "%%%02X", b & 0xff));
            } else {
                text.append((char) b);
            }
        }
        return text.toString();
    }

    /** Percent signs as in the query of a URI, but a plus is a plus. */
    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
