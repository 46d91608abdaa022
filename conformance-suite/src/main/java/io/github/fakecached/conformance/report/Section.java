package io.github.fakecached.conformance.report;

import io.github.fakecached.conformance.rule.Rule;
import java.util.List;

/**
 * Rules that stand together in a report.
 *
 * @param title what they are about
 * @param rules in the order of their book
 */
public record Section(String title, List<Rule> rules) {

    /** Keeps a copy. */
    public Section {
        rules = List.copyOf(rules);
    }
}
