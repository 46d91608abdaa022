package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.rule.RuleResult;
import io.github.fakecached.conformance.rule.RuleResult.Status;
import io.github.fakecached.conformance.run.PropertyEngine;
import io.github.fakecached.conformance.target.TargetAbsent;
import io.github.fakecached.conformance.target.TimeTravel;
import io.github.fakecached.conformance.wire.Dialect;
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
        context.attributes().setShrinking(shrinking(context, run));
        run.beginProperty();
        var untried = reasonNotToTry(context, run);
        run.seed().useFor(context);
        if (untried.isEmpty() && isTriedAsTimeAllows(context)) {
            context.attributes().setTries(tries(run.target().capabilities().timeTravel()));
        }
        run.beginTries(untried.isPresent());
        var execution = property.execute();
        run.add(untried.orElseGet(() -> tried(context, run, execution)));
        return execution.mapToSuccessful();
    }

    /** With a time limit of its own jqwik would shrink in another thread, which it leaves running when the time is up. */
    private static ShrinkingMode shrinking(PropertyLifecycleContext context, CurrentRun run) {
        boolean wanted = context.attributes().shrinking().orElse(ShrinkingMode.FULL) != ShrinkingMode.OFF;
        return wanted && run.shrinks() ? ShrinkingMode.FULL : ShrinkingMode.OFF;
    }

    /** What a try that was cut off with the run would have come to, nobody knows. */
    private static RuleResult tried(
            PropertyLifecycleContext context, CurrentRun run, PropertyExecutionResult execution) {
        var failed = FailedCase.of(execution);
        return run.patience()
                .isOver()
                .filter(over -> failed.filter(FailedCase::hasNoReply).isPresent())
                .map(over -> result(context, Status.SKIPPED, over))
                .orElseGet(() -> result(
                        context,
                        status(execution),
                        failed.map(FailedCase::message).orElse("")));
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
        if (!run.speaks(Dialect.TEXT)
                && List.of(context.targetMethod().getParameterTypes()).contains(TextClient.class)) {
            return Optional.of(
                    result(context, Status.SKIPPED, "it is looked at with text too, which the server does not speak"));
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
            case FAILED ->
                FailedCase.of(result).filter(FailedCase::cannotBeTried).isPresent() ? Status.SKIPPED : Status.BROKEN;
            case ABORTED -> Status.SKIPPED;
        };
    }
}
