package io.github.fakecached.cli.admin;

import static io.github.fakecached.cli.admin.Parameter.optional;

import io.github.fakecached.fault.CommandMatcher;
import io.github.fakecached.protocol.Dialect;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The parameters that say which requests are meant, by the names that {@link CommandMatcher} has for them. */
final class Matchers {

    static final List<Parameter> PARAMETERS = List.of(
            optional(
                    "command",
                    Parameter.Type.STRING,
                    "commands with commas between them, or one of retrieval, storage, arithmetic, deletion; any by default"),
            optional("key", Parameter.Type.STRING, "only requests with this key"),
            optional("keyLike", Parameter.Type.STRING, "only requests with a key that this regular expression matches"),
            optional("in", Parameter.Type.STRING, "only requests in these dialects: text, meta, binary, with commas"),
            optional("connection", Parameter.Type.INTEGER, "only requests of this connection, counted from 0"));

    private Matchers() {}

    /** Whether any of them is given. */
    static boolean anyIn(Arguments arguments) {
        return PARAMETERS.stream().map(Parameter::name).anyMatch(arguments::has);
    }

    /** What they pick. */
    static CommandMatcher of(Arguments arguments) {
        CommandMatcher matcher = commands(arguments.list("command"));
        if (arguments.has("key")) {
            matcher = matcher.key(arguments.required("key"));
        }
        if (arguments.has("keyLike")) {
            matcher = matcher.keyLike(arguments.required("keyLike"));
        }
        List<Dialect> dialects =
                arguments.list("in").stream().map(Matchers::dialect).toList();
        if (!dialects.isEmpty()) {
            matcher = matcher.in(
                    dialects.get(0), dialects.subList(1, dialects.size()).toArray(Dialect[]::new));
        }
        return arguments.has("connection") ? matcher.connection(arguments.smallInteger("connection")) : matcher;
    }

    private static CommandMatcher commands(List<String> names) {
        if (names.isEmpty()) {
            return CommandMatcher.anyCommand();
        }
        if (names.size() == 1) {
            switch (names.get(0)) {
                case "retrieval" -> {
                    return CommandMatcher.retrieval();
                }
                case "storage" -> {
                    return CommandMatcher.storage();
                }
                case "arithmetic" -> {
                    return CommandMatcher.arithmetic();
                }
                case "deletion" -> {
                    return CommandMatcher.deletion();
                }
                default -> {}
            }
        }
        return CommandMatcher.command(
                names.get(0), names.subList(1, names.size()).toArray(String[]::new));
    }

    private static Dialect dialect(String name) {
        return Arrays.stream(Dialect.values())
                .filter(dialect -> word(dialect).equals(name))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("no dialect is \"" + name + "\"; there are "
                        + Arrays.stream(Dialect.values()).map(Matchers::word).collect(Collectors.joining(", "))));
    }

    private static String word(Dialect dialect) {
        return dialect.name().toLowerCase(Locale.ROOT);
    }
}
