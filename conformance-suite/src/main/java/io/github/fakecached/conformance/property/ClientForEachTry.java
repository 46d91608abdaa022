package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.target.Target;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.lifecycle.AroundTryHook;
import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.ParameterResolutionContext;
import net.jqwik.api.lifecycle.ResolveParameterHook;
import net.jqwik.api.lifecycle.TryExecutionResult;
import net.jqwik.api.lifecycle.TryExecutor;
import net.jqwik.api.lifecycle.TryLifecycleContext;

/** Gives each try an empty server, and a failed one the transcript of what was said. */
final class ClientForEachTry implements ResolveParameterHook, AroundTryHook {

    @Override
    public Optional<ParameterSupplier> resolve(ParameterResolutionContext parameter, LifecycleContext context) {
        if (parameter.typeUsage().isOfType(TextClient.class)) {
            return Optional.of(attempt -> CurrentRun.get().client());
        }
        if (parameter.typeUsage().isOfType(BinaryClient.class)) {
            return Optional.of(attempt -> CurrentRun.get().binaryClient());
        }
        return parameter.typeUsage().isOfType(Target.class)
                ? Optional.of(attempt -> CurrentRun.get().target())
                : Optional.empty();
    }

    @Override
    public TryExecutionResult aroundTry(TryLifecycleContext context, TryExecutor attempt, List<Object> parameters) {
        var run = CurrentRun.get();
        if (run.leavesTriesOut()) {
            return TryExecutionResult.satisfied();
        }
        try {
            run.beginTry();
        } catch (NotEmptied notBegun) {
            run.dropClients();
            return failed(context, parameters, notBegun, NotEmptied.REASON);
        }
        var result = attempt.execute(parameters);
        if (result.isSatisfied()) {
            return result;
        }
        run.dropClients();
        if (!result.isFalsified()) {
            return result;
        }
        var thrown = result.throwable().orElseThrow();
        return failed(context, parameters, thrown, reason(thrown) + "\n" + run.transcript());
    }

    private static TryExecutionResult failed(
            TryLifecycleContext context, List<Object> parameters, Throwable thrown, String message) {
        var failure = new AssertionError(message, thrown);
        CurrentRun.get().failed(context.containerClass(), failure, parameters);
        return TryExecutionResult.falsified(failure);
    }

    /** What was expected, or what else went wrong. */
    private static String reason(Throwable thrown) {
        return thrown instanceof AssertionError && thrown.getMessage() != null
                ? thrown.getMessage()
                : thrown.toString();
    }
}
