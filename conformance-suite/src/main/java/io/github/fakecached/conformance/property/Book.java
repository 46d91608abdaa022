package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.rule.Rule;
import io.github.fakecached.conformance.rule.RuleBook;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.Property;
import org.junit.platform.commons.support.AnnotationSupport;

/** A book of rules, with the properties that check them. */
public enum Book {
    /** The classic text protocol. */
    TEXT,
    /** The meta commands. */
    META,
    /** The binary protocol. */
    BINARY,
    /** Administration. */
    ADMINISTRATION;

    /** Its rules, in its order. */
    public List<Rule> rules() {
        var book = switch (this) {
            case TEXT -> RuleBook.text();
            case META -> RuleBook.meta();
            case BINARY -> RuleBook.binary();
            case ADMINISTRATION -> RuleBook.administration();
        };
        return book.rules();
    }

    /** The classes of the properties that check them. */
    List<Class<?>> classes() {
        return switch (this) {
            case TEXT -> ConformanceRunner.TEXT_PROPERTIES;
            case META -> ConformanceRunner.META_PROPERTIES;
            case BINARY -> ConformanceRunner.BINARY_PROPERTIES;
            case ADMINISTRATION -> ConformanceRunner.ADMINISTRATION_PROPERTIES;
        };
    }

    /** The methods that check them, each class's in an order that stays the same. */
    Stream<Method> properties() {
        return classes().stream()
                .flatMap(type -> Stream.of(type.getDeclaredMethods()).sorted(Comparator.comparing(Method::getName)))
                .filter(method -> AnnotationSupport.isAnnotated(method, Property.class)
                        && method.isAnnotationPresent(Checks.class));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
