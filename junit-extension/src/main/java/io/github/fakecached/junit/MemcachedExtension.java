package io.github.fakecached.junit;

import io.github.fakecached.FakeCluster;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestInstances;

/**
 * The JUnit Jupiter extension behind {@link MemcachedTest}. Use it directly where the annotation has not the setting that is
 * needed:
 *
 * <pre>{@code
 * class SessionCacheTest {
 *     @RegisterExtension
 *     static final MemcachedExtension memcached = MemcachedExtension.builder()
 *             .server(server -> server.maxConnections(1))
 *             .build();
 *
 *     @Test
 *     void sessionsEndAfterThirtyMinutes(FakeMemcached memcached, MemcachedClient client) { ... }
 * }
 * }</pre>
 *
 * <p>In a static field it serves the class and its nested classes; in an instance field each test has a fake of its own. A class
 * has either the annotation or one such field: with two of them JUnit could not tell which to ask for a parameter.
 *
 * <p>When a test, a life-cycle method or a constructor fails, what the fakes looked like is added to the exception, as a suppressed one: their
 * addresses, time, items and last exchanges.
 *
 * <p>Keeps no state, and is safe for tests that run in parallel.
 */
public final class MemcachedExtension
        implements BeforeAllCallback,
                BeforeEachCallback,
                ParameterResolver,
                TestExecutionExceptionHandler,
                LifecycleMethodExecutionExceptionHandler,
                InvocationInterceptor {

    private final @Nullable Settings settings;

    /** Made by JUnit: the settings are those of the {@link MemcachedTest} annotation, or the default ones. */
    public MemcachedExtension() {
        this.settings = null;
    }

    MemcachedExtension(Settings settings) {
        this.settings = settings;
    }

    /**
     * Begins an extension with settings of its own.
     *
     * @return a builder with the default settings
     */
    public static MemcachedExtensionBuilder builder() {
        return new MemcachedExtensionBuilder();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        FixtureScope scope = scopeOf(context);
        if (scope.isReal()) {
            RealServerCheck.checkClass(context.getRequiredTestClass());
            scope.requireServers();
        }
        if (scope.hasFixtureForClass()) {
            FixtureScopes.publishForClass(context, scope);
        }
        List<Field> classFields = AnnotatedFields.ofClass(context.getRequiredTestClass());
        if (!classFields.isEmpty()) {
            AnnotatedFields.set(classFields, null, scope.types(), scope.forClass());
        }
        for (Object instance : instancesOf(context)) {
            List<Field> fields = AnnotatedFields.ofInstances(instance.getClass());
            if (!fields.isEmpty()) {
                scope.holdByClass();
                if (scope.hasFixtureForClass()) {
                    AnnotatedFields.set(fields, instance, scope.types(), scope.forClass());
                }
            }
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        FixtureScope scope = scopeOf(context);
        if (scope.isReal()) {
            RealServerCheck.checkTest(context);
        }
        ParallelCheck.check(context, scope);
        Fixture fixture = FixtureScopes.ofTest(context, scope);
        if (scope.hasFixtureForClass()) {
            FixtureScopes.publishForClass(context, scope);
        } else {
            FixtureScopes.publishForTest(context, scope, fixture);
        }
        ClockStart.apply(context, scope, fixture);
        for (Object instance : instancesOf(context)) {
            AnnotatedFields.set(AnnotatedFields.ofInstances(instance.getClass()), instance, scope.types(), fixture);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return scopeOf(context).types().include(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        FixtureScope scope = scopeOf(context);
        return scope.types().get(InjectionPoint.of(parameter), fixtureFor(parameter, context, scope));
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw reported(failure, context);
    }

    @Override
    public void handleBeforeAllMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw reported(failure, context);
    }

    @Override
    public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw reported(failure, context);
    }

    @Override
    public void handleAfterEachMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw reported(failure, context);
    }

    @Override
    public void handleAfterAllMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw reported(failure, context);
    }

    /** Jupiter gives the exceptions of constructors to no handler. */
    @Override
    public <T> T interceptTestClassConstructor(
            Invocation<T> invocation, ReflectiveInvocationContext<Constructor<T>> constructor, ExtensionContext context)
            throws Throwable {
        try {
            return invocation.proceed();
        } catch (Throwable failure) {
            FailureReporter.report(failure, context, this::inUseByConstructor, this::isShared);
            throw failure;
        }
    }

    /** Nor those of dynamic tests. */
    @Override
    public void interceptDynamicTest(
            Invocation<@Nullable Void> invocation, DynamicTestInvocationContext test, ExtensionContext context)
            throws Throwable {
        try {
            invocation.proceed();
        } catch (Throwable failure) {
            throw reported(failure, context);
        }
    }

    /** The same failure, with a report of the fakes that were used. */
    private Throwable reported(Throwable failure, ExtensionContext context) {
        FailureReporter.report(failure, context, this::inUse, this::isShared);
        return failure;
    }

    private Optional<FakeCluster> inUse(ExtensionContext context) {
        return FixtureScopes.inUse(context, scopeOf(context)).flatMap(Fixture::fakes);
    }

    private Optional<FakeCluster> inUseByConstructor(ExtensionContext context) {
        return scopeOf(context).forConstructorSoFar().flatMap(Fixture::fakes);
    }

    private boolean isShared(ExtensionContext context) {
        return !scopeOf(context).isNewForEachTest() && ParallelCheck.runsInParallel(context);
    }

    private static Fixture fixtureFor(ParameterContext parameter, ExtensionContext context, FixtureScope scope) {
        if (context.getTestMethod().isPresent()) {
            return FixtureScopes.ofTest(context, scope);
        }
        boolean constructor = parameter.getDeclaringExecutable() instanceof Constructor;
        if (constructor && FixtureScopes.hasInstanceForEachTest(context)) {
            return scope.forConstructor(isFirstForItsTest(parameter, context, scope));
        }
        return scope.forClass();
    }

    /** Whether no parameter of ours comes earlier: neither in this constructor nor in that of an outer class. */
    private static boolean isFirstForItsTest(ParameterContext parameter, ExtensionContext context, FixtureScope scope) {
        Class<?>[] types = parameter.getDeclaringExecutable().getParameterTypes();
        boolean firstHere = Arrays.stream(types).limit(parameter.getIndex()).noneMatch(scope.types()::include);
        boolean outermost = context.getRequiredTestClass() == scope.owner();
        return firstHere
                && (outermost
                        || !FixtureScopes.isConstructedWithOurs(
                                context.getParent().orElseThrow(), scope));
    }

    private FixtureScope scopeOf(ExtensionContext context) {
        if (settings != null) {
            return FixtureScopes.registered(context, this, settings);
        }
        return FixtureScopes.annotated(context)
                .orElseGet(() -> FixtureScopes.registered(context, this, Settings.defaults()));
    }

    private static List<Object> instancesOf(ExtensionContext context) {
        return context.getTestInstances().map(TestInstances::getAllInstances).orElse(List.of());
    }
}
