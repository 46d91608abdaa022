package io.github.fakecached.junit;

import io.github.fakecached.FakeCluster;
import io.github.fakecached.FakeMemcached;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/** Fails tests that want of a real server what only the fake has, before a server is started for them. */
final class RealServerCheck {

    private static final Set<Class<?>> OF_THE_FAKE = Set.of(FakeMemcached.class, FakeCluster.class);
    private static final List<Class<? extends java.lang.annotation.Annotation>> LIFE_CYCLE =
            List.of(BeforeAll.class, BeforeEach.class, AfterEach.class, AfterAll.class);

    private RealServerCheck() {}

    static void checkClass(Class<?> testClass) {
        Stream.of(testClass.getDeclaredConstructors()).forEach(RealServerCheck::check);
        for (var annotation : LIFE_CYCLE) {
            AnnotationSupport.findAnnotatedMethods(testClass, annotation, HierarchyTraversalMode.TOP_DOWN)
                    .forEach(RealServerCheck::check);
        }
        for (Field field : AnnotationSupport.findAnnotatedFields(testClass, Memcached.class)) {
            check(field.getType(), field);
        }
    }

    static void checkTest(ExtensionContext context) {
        context.getTestMethod().ifPresent(RealServerCheck::check);
        if (ClockStart.find(context).isPresent()) {
            throw FakeOnly.because("@ClockAt sets a clock as real memcached's cannot be set");
        }
    }

    private static void check(Executable executable) {
        for (Class<?> type : executable.getParameterTypes()) {
            check(type, executable);
        }
    }

    private static void check(Class<?> type, AnnotatedElement place) {
        if (OF_THE_FAKE.contains(type)) {
            String name = place instanceof Method method ? method.getName() + "()" : place.toString();
            throw FakeOnly.because(name + " asks for a " + type.getSimpleName() + ", and " + FakeOnly.NO_INSIDES);
        }
    }
}
