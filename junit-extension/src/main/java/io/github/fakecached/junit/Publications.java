package io.github.fakecached.junit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** The system properties that test classes of a run have published, and what is to be restored. Safe for use by several threads. */
final class Publications {

    private final Map<String, Deque<Publication>> byName = new HashMap<>();

    /** What was published by whom, and what the property was before; an id of JUnit's begins with the ids of what is around it. */
    private record Publication(
            String publisher, Class<?> testClass, @Nullable String before) {}

    /** Sets a property, unless somebody else has who is not around the publisher, and so would see it change. */
    synchronized void publish(String publisher, Class<?> testClass, String name, String value) {
        Deque<Publication> others = byName.computeIfAbsent(name, absent -> new ArrayDeque<>());
        Publication current = others.peek();
        if (current != null && !publisher.startsWith(current.publisher())) {
            throw new ExtensionConfigurationException("publish: " + testClass.getName()
                    + " cannot publish the system property " + name + ", which tests of "
                    + current.testClass().getName()
                    + " have published and still need. There is but one in a JVM: annotate both classes, or the tests, with"
                    + " @ResourceLock(Resources.SYSTEM_PROPERTIES), so that they do not run at the same time.");
        }
        others.push(new Publication(publisher, testClass, System.getProperty(name)));
        System.setProperty(name, value);
    }

    /** Makes the property what it was. */
    synchronized void restore(String name) {
        Deque<Publication> publications = Objects.requireNonNull(byName.get(name));
        String before = publications.pop().before();
        if (before == null) {
            System.clearProperty(name);
        } else {
            System.setProperty(name, before);
        }
    }
}
