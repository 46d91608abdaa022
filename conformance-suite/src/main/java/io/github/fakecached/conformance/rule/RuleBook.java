package io.github.fakecached.conformance.rule;

import io.github.fakecached.conformance.wire.Dialect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All rules, read from tables in Markdown files beside this class. A table's rows are
 * {@code | id | dialects | versions | level | rule | source |}; every other line is for people.
 */
public final class RuleBook {

    private static final Pattern ROW = Pattern.compile("\\| [A-Z]-.*");

    private final List<Rule> rules;

    private RuleBook(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** The rules of the classic text protocol. */
    public static RuleBook text() {
        return read("text-rules.md");
    }

    /** The rules of the meta commands. */
    public static RuleBook meta() {
        return read("meta-rules.md");
    }

    /** The rules of the binary protocol. */
    public static RuleBook binary() {
        return read("binary-rules.md");
    }

    /** The rules of administration. */
    public static RuleBook administration() {
        return read("administration-rules.md");
    }

    /** The rules about clients, which is another matter than the rules about servers. */
    public static RuleBook client() {
        return read("client-rules.md");
    }

    /** The rules of all books about servers. */
    public static RuleBook all() {
        return new RuleBook(Stream.of(text(), meta(), binary(), administration())
                .flatMap(book -> book.rules().stream())
                .toList());
    }

    private static RuleBook read(String file) {
        try (var in = Objects.requireNonNull(RuleBook.class.getResourceAsStream(file), file)) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    static RuleBook parse(String markdown) {
        return new RuleBook(markdown.lines()
                .filter(line -> ROW.matcher(line).matches())
                .map(RuleBook::parseRow)
                .toList());
    }

    private static Rule parseRow(String row) {
        var cells = Stream.of(row.split("\\|", -1)).map(String::strip).toList();
        if (cells.size() != 8 || cells.subList(1, 7).contains("")) {
            throw new IllegalArgumentException(
                    "a rule has an id, dialects, versions, a level, a sentence and a source, unlike: " + row);
        }
        return new Rule(
                cells.get(1),
                dialects(cells.get(2)),
                Versions.named(cells.get(3)),
                Level.named(cells.get(4)),
                cells.get(5),
                cells.get(6));
    }

    private static Set<Dialect> dialects(String names) {
        return Stream.of(names.split(", "))
                .map(name -> Dialect.valueOf(name.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The rules in the order of the book. */
    public List<Rule> rules() {
        return rules;
    }

    /** The rule with this id. */
    public Rule rule(String id) {
        return rules.stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no rule has the id " + id));
    }
}
