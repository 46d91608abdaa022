package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.RuleResult;
import io.github.fakecached.conformance.rule.RuleResult.Status;
import io.github.fakecached.conformance.target.Target;
import io.github.fakecached.conformance.target.TargetAbsent;
import io.github.fakecached.conformance.target.Targets;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Runs all rules on the fake in each of its versions until one is broken. Is told which dialect's are to be tried first, and gives the
 * rule's id and the version, or nothing.
 */
public final class FirstBrokenRule implements UnaryOperator<String> {

    @Override
    public String apply(String dialect) {
        for (var source : Targets.configured().fakes()) {
            try (var target = source.open()) {
                var broken = firstOn(target, first(dialect));
                if (broken.isPresent()) {
                    var result = broken.get();
                    return String.join(" ", result.rules()) + " on " + source.name() + "\n" + result.message();
                }
            } catch (TargetAbsent e) {
                throw new IllegalStateException(e);
            }
        }
        return "";
    }

    private static List<Class<?>> first(String dialect) {
        return switch (dialect) {
            case "meta" -> ConformanceRunner.META_PROPERTIES;
            case "binary" -> ConformanceRunner.BINARY_PROPERTIES;
            case "administration" -> ConformanceRunner.ADMINISTRATION_PROPERTIES;
            default -> ConformanceRunner.TEXT_PROPERTIES;
        };
    }

    private static Optional<RuleResult> firstOn(Target target, List<Class<?>> first) {
        return Stream.of(
                        first,
                        ConformanceRunner.TEXT_PROPERTIES,
                        ConformanceRunner.META_PROPERTIES,
                        ConformanceRunner.BINARY_PROPERTIES,
                        ConformanceRunner.ADMINISTRATION_PROPERTIES)
                .flatMap(List::stream)
                .distinct()
                .flatMap(properties -> ConformanceRunner.run(target, List.of(properties)).stream())
                .filter(result -> result.status() == Status.BROKEN)
                .findFirst();
    }
}
