package io.github.fakecached.junit;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.platform.commons.support.AnnotationSupport;

/** The way to what the extension keeps, all of which is in Jupiter's stores; no other class uses a store. */
@SuppressWarnings("deprecation") // getOrComputeIfAbsent: old versions of Jupiter know no other
final class FixtureScopes {

    private static final Namespace NAMESPACE = Namespace.create(MemcachedExtension.class);

    private FixtureScopes() {}

    /** The key of a scope: a class with an annotation, or an extension registered by a field. */
    private record ScopeKey(Object owner) {}

    /** The key of the lease of a test. Stores look into their parents too, so that the test is part of it. */
    private record LeaseKey(FixtureScope scope, String testId) {}

    /** The key of what is published: for a class, or for one test. */
    private record PublicationKey(FixtureScope scope, String testId) {}

    private record PublicationsKey() {}

    private record RealServerPoolKey() {}

    private record FactoriesKey(ClassLoader loader) {}

    private record FixtureKey(Object settings) {}

    /** The scope of the nearest class that has the annotation. */
    static Optional<FixtureScope> annotated(ExtensionContext context) {
        for (ExtensionContext at = context; at.getTestClass().isPresent(); at = parentOf(at)) {
            Class<?> testClass = at.getRequiredTestClass();
            Optional<MemcachedTest> annotation = AnnotationSupport.findAnnotation(testClass, MemcachedTest.class);
            if (annotation.isPresent()) {
                return Optional.of(scope(context, testClass, Settings.of(annotation.get())));
            }
        }
        return Optional.empty();
    }

    /** The scope of an extension that was registered without the annotation. */
    static FixtureScope registered(ExtensionContext context, MemcachedExtension extension, Settings settings) {
        return scope(context, extension, settings);
    }

    /** What a test uses, from the time it first asks until its end. */
    static Fixture ofTest(ExtensionContext context, FixtureScope scope) {
        LeaseKey key = new LeaseKey(scope, context.getUniqueId());
        return stored(context, key, Lease.class, () -> scope.forTest(isConstructedWithOurs(context, scope)))
                .fixture();
    }

    /** Publishes where the fixture of the class is, from the first time this is asked for until the class ends. */
    static void publishForClass(ExtensionContext context, FixtureScope scope) {
        if (!scope.publish().isEmpty()) {
            publish(context, new PublicationKey(scope, ""), scope, scope.forClass());
        }
    }

    /** Publishes where the fixture of a test is, until the test ends. */
    static void publishForTest(ExtensionContext context, FixtureScope scope, Fixture fixture) {
        if (!scope.publish().isEmpty()) {
            publish(context, new PublicationKey(scope, context.getUniqueId()), scope, fixture);
        }
    }

    /** What the test or class that a context belongs to uses, if it has begun to. Starts nothing. */
    static Optional<Fixture> inUse(ExtensionContext context, FixtureScope scope) {
        @Nullable
        Lease lease = context.getStore(NAMESPACE).get(new LeaseKey(scope, context.getUniqueId()), Lease.class);
        return lease == null ? scope.heldFixture() : Optional.of(lease.fixture());
    }

    /** Whether a constructor that runs for each test, of the context's class or one around it, has parameters of ours. */
    static boolean isConstructedWithOurs(ExtensionContext context, FixtureScope scope) {
        for (ExtensionContext at = context; at.getTestClass().isPresent(); at = parentOf(at)) {
            Class<?> testClass = at.getRequiredTestClass();
            if (hasInstanceForEachTest(at) && scope.types().appearInConstructorOf(testClass)) {
                return true;
            }
            if (testClass == scope.owner()) {
                return false;
            }
        }
        return false;
    }

    static boolean hasInstanceForEachTest(ExtensionContext context) {
        return context.getTestInstanceLifecycle()
                .filter(TestInstance.Lifecycle.PER_METHOD::equals)
                .isPresent();
    }

    /** Jupiter calls an extension for a class first, and for its nested classes and tests later, which find the same. */
    private static FixtureScope scope(ExtensionContext context, Object owner, Settings settings) {
        return stored(context, new ScopeKey(owner), FixtureScope.class, () -> {
            Class<?> testClass = context.getRequiredTestClass();
            Optional<RealSettings> real = RealSettings.of(context, settings);
            Supplier<Fixture> start = real.map(servers -> startReal(context, servers))
                    .orElse(() -> Fixture.of(
                            settings.cluster().nodes(),
                            new FakeServers(settings.cluster().start())));
            return new FixtureScope(
                    testClass,
                    types(context, testClass, settings),
                    settings.publish(),
                    real.isPresent(),
                    source(context, owner, settings, start));
        });
    }

    private static void publish(ExtensionContext context, PublicationKey key, FixtureScope scope, Fixture fixture) {
        Publications publications =
                stored(context.getRoot(), new PublicationsKey(), Publications.class, Publications::new);
        stored(context, key, PublishedAddresses.class, () -> {
            PublishedAddresses published = new PublishedAddresses(publications);
            published.publish(context.getUniqueId(), scope, fixture.addresses());
            return published;
        });
    }

    private static InjectedTypes types(ExtensionContext context, Class<?> testClass, Settings settings) {
        ClassLoader loader = testClass.getClassLoader();
        ClientFactories found = stored(
                context.getRoot(), new FactoriesKey(loader), ClientFactories.class, () -> ClientFactories.load(loader));
        return new InjectedTypes(found.after(settings.clientFactories()));
    }

    private static Supplier<Fixture> startReal(ExtensionContext context, RealSettings real) {
        RealServerPool pool =
                stored(context.getRoot(), new RealServerPoolKey(), RealServerPool.class, RealServerPool::new);
        return () -> Fixture.of(real.nodes(), pool.take(real));
    }

    private static FixtureSource source(
            ExtensionContext context, Object owner, Settings settings, Supplier<Fixture> start) {
        return switch (settings.lifecycle()) {
            case PER_CLASS -> new FixturePool(start);
            case PER_METHOD -> new FreshFixtures(start);
            case PER_CLASS_WITHOUT_RESET ->
                new SharedFixture(() -> stored(context, new FixtureKey(owner), Fixture.class, start));
            case PER_RUN ->
                new SharedFixture(() -> stored(
                        context.getRoot(),
                        new FixtureKey(List.of(settings.server(), settings.cluster())),
                        Fixture.class,
                        start));
        };
    }

    private static ExtensionContext parentOf(ExtensionContext context) {
        return context.getParent().orElse(context.getRoot());
    }

    private static <T> T stored(ExtensionContext context, Object key, Class<T> type, Supplier<? extends T> create) {
        Store store = context.getStore(NAMESPACE);
        @Nullable T value = store.getOrComputeIfAbsent(key, absent -> create.get(), type);
        return Objects.requireNonNull(value);
    }
}
