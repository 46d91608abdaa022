package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.rule.RuleResult;
import io.github.fakecached.conformance.rule.RuleResult.Status;
import io.github.fakecached.conformance.run.PropertyEngine;
import io.github.fakecached.conformance.run.Seed;
import io.github.fakecached.conformance.target.TargetAbsent;
import io.github.fakecached.conformance.target.TimeTravel;
import io.github.fakecached.conformance.wire.Escapes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/** Collects what came of each property, and lets those that need time try as often as the target allows. */
final class ResultForEachProperty implements AroundPropertyHook {

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        var run = CurrentRun.get();
        PropertyEngine.silence(context);
        // With a time limit jqwik would shrink in another thread, which it leaves running when the time is up.
        context.attributes().setShrinking(run.shrinks() ? ShrinkingMode.FULL : ShrinkingMode.OFF);
        var untried = reasonNotToTry(context, run);
        run.beginProperty(untried.isPresent());
        run.seed().useFor(context);
        if (untried.isEmpty() && isTriedAsTimeAllows(context)) {
            context.attributes().setTries(tries(run.target().capabilities().timeTravel()));
        }
        var execution = property.execute();
        run.add(untried.orElseGet(() -> result(context, status(execution), message(execution))));
        return execution.mapToSuccessful();
    }

    /** The result of a property that cannot be tried on this target, where it cannot. */
    private static Optional<RuleResult> reasonNotToTry(PropertyLifecycleContext context, CurrentRun run) {
        if (rules(context).stream().noneMatch(run::isApplicable)) {
            var reason = "about other releases than " + run.target().version();
            return Optional.of(result(context, Status.NOT_APPLICABLE, reason));
        }
        var missing = missingDialects(context, run);
        if (!missing.isEmpty()) {
            return Optional.of(result(context, Status.NOT_OFFERED, "the server does not speak " + missing));
        }
        var over = run.patience().isOver(context.containerClass());
        if (over.isPresent()) {
            return over.map(why -> result(context, Status.SKIPPED, why));
        }
        var startup = Optional.ofNullable(context.containerClass().getAnnotation(StartedWith.class))
                .map(StartedWith::value);
        try {
            var lacking = startup.flatMap(run::lacks);
            if (lacking.isEmpty()) {
                run.turnTo(startup);
            }
            return lacking.map(what -> result(context, Status.NOT_OFFERED, what));
        } catch (UnsupportedOperationException elsewhere) {
            return Optional.of(result(context, Status.SKIPPED, String.valueOf(elsewhere.getMessage())));
        } catch (TargetAbsent notStarted) {
            return Optional.of(result(context, Status.BROKEN, String.valueOf(notStarted.getMessage())));
        }
    }

    /** An example is tried once: it has nothing that could be drawn anew. */
    private static boolean isTriedAsTimeAllows(PropertyLifecycleContext context) {
        return context.findAnnotation(TakesTime.class).isPresent()
                && context.findAnnotation(Example.class).isEmpty();
    }

    /** What the target does not speak of what the property's rules are about. */
    private static String missingDialects(PropertyLifecycleContext context, CurrentRun run) {
        return rules(context).stream()
                .flatMap(rule -> run.missingDialects(rule).stream())
                .distinct()
                .map(dialect -> dialect.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private static RuleResult result(PropertyLifecycleContext context, Status status, String message) {
        var property = context.containerClass().getSimpleName() + "."
                + context.targetMethod().getName();
        return new RuleResult(rules(context), property, status, message);
    }

    private static int tries(TimeTravel timeTravel) {
        return switch (timeTravel) {
            case INSTANT -> 50;
            case JUMP -> 2;
            case WAIT -> 1;
        };
    }

    private static List<String> rules(PropertyLifecycleContext context) {
        return context.findAnnotation(Checks.class)
                .map(checks -> List.of(checks.value()))
                .orElseThrow(() -> new IllegalStateException(context.label() + " does not say which rule it checks"));
    }

    private static Status status(PropertyExecutionResult result) {
        return switch (result.status()) {
            case SUCCESSFUL -> Status.HOLDS;
            case FAILED -> cannotBeTried(result) ? Status.SKIPPED : Status.BROKEN;
            case ABORTED -> Status.SKIPPED;
        };
    }

    /** A target says so itself, when it is asked to let more time pass than it can. */
    private static boolean cannotBeTried(PropertyExecutionResult result) {
        return result.throwable()
                .map(Throwable::getCause)
                .filter(UnsupportedOperationException.class::isInstance)
                .isPresent();
    }

    private static String message(PropertyExecutionResult result) {
        return result.throwable()
                .map(thrown -> Optional.ofNullable(thrown.getMessage()).orElse(thrown.toString()) + "\nsample: "
                        + result.falsifiedParameters()
                                .map(ResultForEachProperty::sample)
                                .orElse("none") + "\nagain: "
                        + Seed.again(result.seed())
                        + result.seed()
                                .map(seed -> " in the build, --seed " + seed + " on the command line")
                                .orElse(""))
                .orElse("");
    }

    /** Without the clients and the target, which are the same in every try. */
    private static String sample(List<Object> parameters) {
        return parameters.stream()
                .filter(parameter -> !(parameter instanceof AutoCloseable))
                .map(String::valueOf)
                .map(Escapes::escape)
                .collect(Collectors.joining(", "));
    }
}
