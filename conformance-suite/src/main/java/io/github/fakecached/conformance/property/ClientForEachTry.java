package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.target.Target;
import io.github.fakecached.conformance.wire.NoReply;
import io.github.fakecached.conformance.wire.Transcript;
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
        Transcript transcript;
        try {
            transcript = run.beginTry();
        } catch (NoReply none) {
            run.dropClients();
            return failed(context, none, "");
        }
        var result = attempt.execute(parameters);
        if (result.isSatisfied()) {
            return result;
        }
        run.dropClients();
        return result.isFalsified() ? failed(context, result.throwable().orElseThrow(), "\n" + transcript) : result;
    }

    private static TryExecutionResult failed(TryLifecycleContext context, Throwable thrown, String transcript) {
        CurrentRun.get().failed(context.containerClass(), thrown instanceof NoReply);
        return TryExecutionResult.falsified(new AssertionError(reason(thrown) + transcript, thrown));
    }

    /** What was expected, or what else went wrong. */
    private static String reason(Throwable thrown) {
        return thrown instanceof AssertionError && thrown.getMessage() != null
                ? thrown.getMessage()
                : thrown.toString();
    }
}
