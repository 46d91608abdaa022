package io.github.fakecached.junit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.opentest4j.TestAbortedException;

/**
 * The real servers of a run: containers, started when needed and used by one fixture after another, and servers at addresses. Safe
 * for use by several threads.
 */
final class RealServerPool extends StoredResource {

    private final Map<RealSettings, Deque<List<RealServer>>> idle = new HashMap<>();
    private final List<RealServer> started = new ArrayList<>();

    /** Servers that nobody else uses; aborts the test where containers cannot be had. */
    synchronized RealServers take(RealSettings settings) {
        Deque<List<RealServer>> free = idle.get(settings);
        List<RealServer> servers = free == null ? start(settings) : free.poll();
        if (servers == null) {
            servers = start(settings);
        }
        return new RealServers(settings, servers, this);
    }

    synchronized void giveBack(RealSettings settings, List<RealServer> servers) {
        idle.computeIfAbsent(settings, absent -> new ArrayDeque<>()).push(servers);
    }

    @Override
    public synchronized void close() {
        CloseAll.of(started.stream().<Runnable>map(server -> server::close).toList());
    }

    private List<RealServer> start(RealSettings settings) {
        if (!settings.addresses().isEmpty()) {
            return atAddresses(settings);
        }
        List<RealServer> servers = new ArrayList<>();
        ContainerSettings container = Objects.requireNonNull(settings.container());
        requireImage(container.image(), settings.required());
        for (int i = 0; i < settings.nodes().size(); i++) {
            RealServer server = ContainerServer.start(container, settings);
            started.add(server);
            servers.add(server);
        }
        return servers;
    }

    private List<RealServer> atAddresses(RealSettings settings) {
        if (idle.containsKey(settings)) {
            throw new ExtensionConfigurationException("the servers of " + RealSettings.SERVER
                    + " are in use by a test that runs at the same time, or by the class around this one: run tests one after"
                    + " the other");
        }
        idle.put(settings, new ArrayDeque<>());
        return settings.addresses().stream()
                .limit(settings.nodes().size())
                .map(address -> new RealServer(settings.connectTo(List.of(address))))
                .toList();
    }

    /** Only that there are no containers, or not this one, is nobody's mistake. */
    private static void requireImage(String image, boolean required) {
        try {
            ContainerImage.require(image);
        } catch (LinkageError e) {
            throw unavailable(
                    required,
                    "Testcontainers is missing: add org.testcontainers:testcontainers to the dependencies in test scope",
                    e);
        } catch (RuntimeException e) {
            throw unavailable(required, "no container of " + image + " can be had: " + e.getMessage(), e);
        }
    }

    private static RuntimeException unavailable(boolean required, String reason, Throwable cause) {
        return required
                ? new IllegalStateException(reason, cause)
                : new TestAbortedException(reason + "; with " + RealSettings.REQUIRED + "=true this fails", cause);
    }
}
