package io.github.fakecached.conformance.rule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * All rules, read from tables in Markdown files beside this class. A table's rows are {@code | id | sentence | source |};
 * every other line is for people.
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

    private static RuleBook read(String file) {
        try (var in = Objects.requireNonNull(RuleBook.class.getResourceAsStream(file), file)) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    static RuleBook parse(String markdown) {
        var rules = new ArrayList<Rule>();
        for (var line :
                markdown.lines().filter(row -> ROW.matcher(row).matches()).toList()) {
            var cells = Stream.of(line.split("\\|", -1)).map(String::strip).toList();
            if (cells.size() != 5 || cells.subList(1, 4).contains("")) {
                throw new IllegalArgumentException("a rule has an id, a sentence and a source, unlike: " + line);
            }
            rules.add(new Rule(cells.get(1), cells.get(2), cells.get(3)));
        }
        return new RuleBook(rules);
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
