package io.github.fakecached.conformance.report;

import io.github.fakecached.conformance.rule.Rule;
import io.github.fakecached.conformance.rule.RuleResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Why rules were not tried on a target, told once for all that have the same reason: a dialect that is not spoken is the reason
 * of a hundred.
 *
 * @param column the target's
 * @param verdict what they came to
 * @param words the reason
 * @param rules those that have it, in the order of the rows
 */
record Reason(int column, Verdict verdict, String words, List<Rule> rules) {

    /** All that there are, in the order of the first rule of each. */
    static List<Reason> all(Report report) {
        var reasons = new LinkedHashMap<Reason, List<Rule>>();
        report.rules().forEach(rule -> {
            for (int column = 0; column < report.judged().size(); column++) {
                var finding = report.judged().get(column).finding(rule);
                if (finding.verdict() != Verdict.BROKEN && finding.isTold()) {
                    var reason = new Reason(column, finding.verdict(), words(finding), List.of());
                    reasons.computeIfAbsent(reason, first -> new ArrayList<>()).add(rule);
                }
            }
        });
        return reasons.entrySet().stream()
                .map(entry -> entry.getKey().of(entry.getValue()))
                .toList();
    }

    private Reason of(List<Rule> those) {
        return new Reason(column, verdict, words, List.copyOf(those));
    }

    private static String words(Finding finding) {
        return finding.from().stream()
                .map(RuleResult::message)
                .filter(message -> !message.isBlank())
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    /** How many rules came to what, such as {@code 147 rules on 127.0.0.1:11211: } and the verdict. */
    String heading(Report report) {
        return (rules.size() == 1 ? "1 rule" : rules.size() + " rules") + " on "
                + report.judged().get(column).name() + ": ";
    }

    /** The ids of the rules. */
    String ids(String between) {
        return rules.stream().map(Rule::id).collect(Collectors.joining(between));
    }
}
