package io.github.fakecached.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The time on the fake's clock when a test begins, on a test method or on a class for all its tests; that of a method goes first,
 * then that of a nested class. Its fraction is the phase within memcached's second.
 *
 * <pre>{@code
 * @MemcachedTest
 * @ClockAt("2030-12-31T23:59:00Z")
 * class YearEndTest {
 *     @Test
 *     @ClockAt(value = "2030-12-31T23:59:59.999Z", paused = true)
 *     void theLastMillisecond(FakeMemcached memcached, MemcachedClient client) { ... }
 * }
 * }</pre>
 *
 * <p>The clock is set before {@code @BeforeEach} methods run, and later than constructors. It needs a {@link Lifecycle} in which
 * each test finds the fake as new: {@code PER_CLASS} or {@code PER_METHOD}.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface ClockAt {

    /**
     * The time.
     *
     * @return an instant as {@link java.time.Instant#parse} takes it, such as {@code 2030-01-01T12:00:00.250Z}; from 1970 to 2106
     */
    String value();

    /**
     * Whether the clock stands still there, until the test lets it run or moves it.
     *
     * @return false by default: it runs
     */
    boolean paused() default false;
}
