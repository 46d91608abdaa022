package io.github.fakecached.junit;

import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Refuses tests that run in parallel and would reset each other's fake; tells how to run them. */
final class ParallelCheck {

    private static final String ENABLED = "junit.jupiter.execution.parallel.enabled";

    private ParallelCheck() {}

    static void check(ExtensionContext context, FixtureScope scope) {
        if (scope.forbidsParallelCheck() && runsInParallel(context)) {
            throw new ExtensionConfigurationException(
                    "The tests of " + scope.owner().getName()
                            + " may run in parallel, so each needs a fake of its own; but the class holds one for all of them: in a"
                            + " static field, as a parameter of @BeforeAll, in a @TestInstance(PER_CLASS) object, or in a system property"
                            + " that it publishes."
                            + " Take what you need as parameters of the test methods instead,"
                            + " or annotate the class with @Execution(ExecutionMode.SAME_THREAD),"
                            + " or share the fake without reset, with Lifecycle.PER_CLASS_WITHOUT_RESET.");
        }
    }

    /** Whether other tests may run at the same time. */
    static boolean runsInParallel(ExtensionContext context) {
        return context.getExecutionMode() == ExecutionMode.CONCURRENT
                && context.getConfigurationParameter(ENABLED)
                        .filter(Boolean::parseBoolean)
                        .isPresent();
    }
}
