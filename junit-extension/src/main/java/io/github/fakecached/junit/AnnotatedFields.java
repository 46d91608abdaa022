package io.github.fakecached.junit;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/** Finds the fields annotated with {@link Memcached} and sets them. */
final class AnnotatedFields {

    private AnnotatedFields() {}

    static List<Field> ofClass(Class<?> testClass) {
        return find(testClass, field -> Modifier.isStatic(field.getModifiers()));
    }

    static List<Field> ofInstances(Class<?> testClass) {
        return find(testClass, field -> !Modifier.isStatic(field.getModifiers()));
    }

    /** Sets fields of an instance, or static ones. */
    static void set(List<Field> fields, @Nullable Object instance, InjectedTypes types, Fixture fixture) {
        for (Field field : fields) {
            check(field, types);
            try {
                field.setAccessible(true);
                field.set(instance, types.get(InjectionPoint.of(field), fixture));
            } catch (IllegalAccessException | RuntimeException e) {
                throw new ExtensionConfigurationException("cannot set " + field + ": " + e.getMessage(), e);
            }
        }
    }

    private static void check(Field field, InjectedTypes types) {
        if (Modifier.isFinal(field.getModifiers())) {
            throw new ExtensionConfigurationException(
                    field + " is final and cannot be set: remove final or @Memcached");
        }
        if (!types.include(field.getType())) {
            throw new ExtensionConfigurationException(field
                    + " is annotated with @Memcached, but its type cannot be injected."
                    + " Known are " + types + ". For another client, add its library to the class path and provide a "
                    + ClientFactory.class.getName() + ".");
        }
    }

    private static List<Field> find(Class<?> testClass, Predicate<Field> predicate) {
        return AnnotationSupport.findAnnotatedFields(
                testClass, Memcached.class, predicate, HierarchyTraversalMode.TOP_DOWN);
    }
}
