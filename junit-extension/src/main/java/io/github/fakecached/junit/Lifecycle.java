package io.github.fakecached.junit;

/**
 * How long a fake lives, and which tests see the same one.
 *
 * <pre>{@code
 * @MemcachedTest(lifecycle = Lifecycle.PER_METHOD)
 * class MigrationTest {
 *     @Test
 *     void startsWithAnEmptyCache(FakeMemcached memcached) { ... }
 * }
 * }</pre>
 */
public enum Lifecycle {

    /**
     * One fake for a test class and its {@code @Nested} classes, reset before each test: no items, counters at zero, the clock
     * showing the system's time. The default. What is stored in {@code @BeforeAll} is gone when the first test begins.
     *
     * <p>Tests of the class that run in parallel get a fake each. A fake that the class itself holds, in a static field or as a
     * parameter of {@code @BeforeAll}, cannot be given to each of them, so that this combination fails with a message.
     */
    PER_CLASS,

    /**
     * One fake for a test class and its {@code @Nested} classes, never reset, so that items and time go on from test to test.
     * Tests that run in parallel share it.
     */
    PER_CLASS_WITHOUT_RESET,

    /** A new fake for each test, and each repetition or invocation of one. There is none outside of a test. */
    PER_METHOD,

    /**
     * One fake for all classes of the run that ask for one with the same settings, never reset. Tests tell their items apart
     * by their keys.
     */
    PER_RUN
}
