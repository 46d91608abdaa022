package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.RuleResult;
import io.github.fakecached.conformance.rule.RuleResult.Status;
import io.github.fakecached.conformance.target.Target;
import io.github.fakecached.conformance.target.Targets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** Runs all rules on the fake in each of its versions until one is broken. Gives its id and the version, or nothing. */
public final class FirstBrokenRule implements Callable<String> {

    @Override
    public String call() throws Exception {
        for (var source : Targets.configured().fakes()) {
            try (var target = source.open()) {
                var broken = firstOn(target);
                if (broken.isPresent()) {
                    var result = broken.get();
                    return String.join(" ", result.rules()) + " on " + source.name() + "\n" + result.message();
                }
            }
        }
        return "";
    }

    private static Optional<RuleResult> firstOn(Target target) {
        return Stream.of(
                        ConformanceRunner.TEXT_PROPERTIES,
                        ConformanceRunner.META_PROPERTIES,
                        ConformanceRunner.BINARY_PROPERTIES,
                        ConformanceRunner.ADMINISTRATION_PROPERTIES)
                .flatMap(List::stream)
                .flatMap(properties -> ConformanceRunner.run(target, List.of(properties)).stream())
                .filter(result -> result.status() == Status.BROKEN)
                .findFirst();
    }
}
