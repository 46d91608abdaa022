package io.github.fakecached.junit;

import io.github.fakecached.clock.ControllableClock;
import java.lang.reflect.AnnotatedElement;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Sets the clock for a test as the nearest {@link ClockAt} says. */
final class ClockStart {

    private ClockStart() {}

    /** What is annotated, nearest to a test. */
    static Optional<AnnotatedElement> find(ExtensionContext context) {
        Optional<ExtensionContext> at = Optional.of(context);
        while (at.isPresent()) {
            Optional<AnnotatedElement> element = at.get().getElement();
            if (AnnotationSupport.isAnnotated(element, ClockAt.class)) {
                return element;
            }
            at = at.get().getParent();
        }
        return Optional.empty();
    }

    static void apply(ExtensionContext context, FixtureScope scope, Fixture fixture) {
        find(context).ifPresent(element -> {
            ClockAt start =
                    AnnotationSupport.findAnnotation(element, ClockAt.class).orElseThrow();
            set(fixture.clock(), start, element, scope);
        });
    }

    private static void set(ControllableClock clock, ClockAt start, AnnotatedElement element, FixtureScope scope) {
        String where = "@ClockAt(\"" + start.value() + "\") on " + element + ": ";
        if (!scope.isNewForEachTest()) {
            throw new ExtensionConfigurationException(where
                    + "the clock belongs to other tests too, with a lifecycle that does not reset the fake. Move it in the test,"
                    + " or use Lifecycle.PER_CLASS or PER_METHOD.");
        }
        try {
            Instant time = Instant.parse(start.value());
            if (start.paused()) {
                clock.pause();
            }
            clock.setTime(time);
        } catch (DateTimeParseException e) {
            throw new ExtensionConfigurationException(where + "this is no instant such as 2030-01-01T12:00:00.250Z", e);
        } catch (IllegalArgumentException e) {
            throw new ExtensionConfigurationException(where + e.getMessage(), e);
        }
    }
}
