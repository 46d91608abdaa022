package io.github.fakecached.junit;

import io.github.fakecached.FakeMemcached;
import io.github.fakecached.clock.ControllableClock;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which types of parameters and fields are ours, and what of a fixture they get. */
final class InjectedTypes {

    private static final Map<Class<?>, Function<FakeMemcached, Object>> OF_THE_FAKE = Map.of(
            FakeMemcached.class, memcached -> memcached,
            ControllableClock.class, FakeMemcached::clock,
            InetSocketAddress.class, FakeMemcached::address);

    private final ClientFactories factories;

    InjectedTypes(ClientFactories factories) {
        this.factories = factories;
    }

    boolean include(Class<?> type) {
        return OF_THE_FAKE.containsKey(type) || factories.find(type) != null;
    }

    /** Whether the constructor of a test class has a parameter that is ours. */
    boolean appearInConstructorOf(Class<?> testClass) {
        return Stream.of(testClass.getDeclaredConstructors())
                .flatMap(constructor -> Arrays.stream(constructor.getParameterTypes()))
                .anyMatch(this::include);
    }

    Object get(Class<?> type, Fixture fixture) {
        Function<FakeMemcached, Object> ofTheFake = OF_THE_FAKE.get(type);
        if (ofTheFake != null) {
            return ofTheFake.apply(fixture.memcached());
        }
        ClientFactory<?> factory = factories.find(type);
        if (factory == null) {
            throw new IllegalArgumentException(
                    "there is no ClientFactory for " + type.getName() + "; known are " + this);
        }
        return fixture.client(factory);
    }

    @Override
    public String toString() {
        return Stream.concat(OF_THE_FAKE.keySet().stream(), factories.clientTypes().stream())
                .map(Class::getName)
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
