package io.github.fakecached.junit;

import io.github.fakecached.FakeCluster;
import io.github.fakecached.FakeMemcached;
import io.github.fakecached.clock.ControllableClock;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which types of parameters and fields are ours, and what of a fixture they get. */
final class InjectedTypes {

    private static final Map<Class<?>, BiFunction<Fixture, @Nullable String, Object>> OF_ONE_NODE =
            Map.of(FakeMemcached.class, Fixture::node, InetSocketAddress.class, Fixture::address);

    private static final Map<Class<?>, Function<Fixture, Object>> OF_ALL_NODES =
            Map.of(FakeCluster.class, Fixture::cluster, ControllableClock.class, Fixture::clock);

    private final ClientFactories factories;

    InjectedTypes(ClientFactories factories) {
        this.factories = factories;
    }

    boolean include(Class<?> type) {
        return OF_ONE_NODE.containsKey(type) || OF_ALL_NODES.containsKey(type) || factories.find(type) != null;
    }

    /** Whether the constructor of a test class has a parameter that is ours. */
    boolean appearInConstructorOf(Class<?> testClass) {
        return Stream.of(testClass.getDeclaredConstructors())
                .flatMap(constructor -> Arrays.stream(constructor.getParameterTypes()))
                .anyMatch(this::include);
    }

    Object get(InjectionPoint point, Fixture fixture) {
        Class<?> type = point.type();
        BiFunction<Fixture, @Nullable String, Object> ofOneNode = OF_ONE_NODE.get(type);
        if (ofOneNode != null) {
            return ofOneNode.apply(fixture, point.node());
        }
        Function<Fixture, Object> ofAllNodes = OF_ALL_NODES.get(type);
        if (ofAllNodes != null) {
            if (point.node() != null) {
                throw new IllegalArgumentException("a " + type.getSimpleName() + " is one of all nodes: remove @"
                        + MemcachedNode.class.getSimpleName() + "(\"" + point.node() + "\")");
            }
            return ofAllNodes.apply(fixture);
        }
        ClientFactory<?> factory = factories.find(type);
        if (factory == null) {
            throw new IllegalArgumentException(
                    "there is no ClientFactory for " + type.getName() + "; known are " + this);
        }
        return fixture.client(factory, point.node());
    }

    @Override
    public String toString() {
        return Stream.of(OF_ONE_NODE.keySet(), OF_ALL_NODES.keySet(), factories.clientTypes())
                .flatMap(Collection::stream)
                .map(Class::getName)
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
