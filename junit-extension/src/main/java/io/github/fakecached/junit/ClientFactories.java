package io.github.fakecached.junit;

import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The factories of clients, each type with the one that goes first: the test class's own, those found by ServiceLoader, the
 * built-in ones. A factory whose library is missing is left out. Immutable.
 */
final class ClientFactories {

    private static final System.Logger LOG = System.getLogger(ClientFactories.class.getName());

    private final Map<Class<?>, ClientFactory<?>> byType;

    private ClientFactories(Map<Class<?>, ClientFactory<?>> byType) {
        this.byType = byType;
    }

    static ClientFactories load(ClassLoader loader) {
        Map<Class<?>, ClientFactory<?>> byType = new LinkedHashMap<>();
        Iterator<? extends ClientFactory<?>> services = services(loader);
        while (addNext(services, byType)) {}
        addBuiltIn(byType, "spymemcached", () -> new SpymemcachedFactory());
        addBuiltIn(byType, "xmemcached", () -> new XmemcachedFactory());
        addBuiltIn(byType, "folsom", () -> FolsomFactory.ofEither());
        addBuiltIn(byType, "folsom", () -> FolsomFactory.ofText());
        addBuiltIn(byType, "folsom", () -> FolsomFactory.ofBinary());
        return new ClientFactories(byType);
    }

    /** These factories, after the given ones. */
    ClientFactories after(List<ClientFactory<?>> preferred) {
        Map<Class<?>, ClientFactory<?>> merged = new LinkedHashMap<>();
        preferred.forEach(factory -> add(merged, factory));
        byType.values().forEach(factory -> add(merged, factory));
        return new ClientFactories(merged);
    }

    @Nullable
    ClientFactory<?> find(Class<?> clientType) {
        return byType.get(clientType);
    }

    Collection<Class<?>> clientTypes() {
        return byType.keySet();
    }

    @SuppressWarnings({"rawtypes", "unchecked"}) // a class literal has no type arguments
    private static Iterator<? extends ClientFactory<?>> services(ClassLoader loader) {
        return (Iterator) ServiceLoader.load(ClientFactory.class, loader).iterator();
    }

    /** One step; after an error a ServiceLoader's iterator goes on with the next service. */
    private static boolean addNext(
            Iterator<? extends ClientFactory<?>> services, Map<Class<?>, ClientFactory<?>> byType) {
        try {
            if (!services.hasNext()) {
                return false;
            }
            add(byType, services.next());
        } catch (ServiceConfigurationError | LinkageError e) {
            LOG.log(Level.WARNING, "A factory of clients for tests cannot be used, and is left out", e);
        }
        return true;
    }

    /** The factory is made by a lambda's body, which is not linked before it runs, as a method reference would be. */
    private static void addBuiltIn(
            Map<Class<?>, ClientFactory<?>> byType, String library, Supplier<ClientFactory<?>> factory) {
        try {
            add(byType, factory.get());
        } catch (LinkageError e) {
            LOG.log(Level.DEBUG, "Tests get no clients of " + library + ", since it is not there", e);
        }
    }

    private static void add(Map<Class<?>, ClientFactory<?>> byType, ClientFactory<?> factory) {
        byType.putIfAbsent(factory.clientType(), factory);
    }
}
