package io.github.fakecached.junit;

import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** What a parameter or a field asks for: something of a type, and of one node if it names one. */
record InjectionPoint(Class<?> type, @Nullable String node) {

    static InjectionPoint of(Field field) {
        return new InjectionPoint(
                field.getType(),
                AnnotationSupport.findAnnotation(field, MemcachedNode.class)
                        .map(MemcachedNode::value)
                        .orElse(null));
    }

    static InjectionPoint of(ParameterContext parameter) {
        return new InjectionPoint(
                parameter.getParameter().getType(),
                parameter
                        .findAnnotation(MemcachedNode.class)
                        .map(MemcachedNode::value)
                        .orElse(null));
    }
}
