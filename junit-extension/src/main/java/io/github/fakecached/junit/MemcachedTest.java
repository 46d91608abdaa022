package io.github.fakecached.junit;

import io.github.fakecached.MemcachedVersion;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives the tests of a class a fake memcached, started before they need it and stopped after them.
 *
 * <pre>{@code
 * @MemcachedTest
 * class SessionCacheTest {
 *     @Test
 *     void sessionsEndAfterThirtyMinutes(FakeMemcached memcached, MemcachedClient client) {
 *         var sessions = new SessionCache(client);
 *         sessions.save("u1", "token");
 *
 *         memcached.clock().advance(Duration.ofMinutes(30));
 *
 *         assertThat(sessions.find("u1")).isEmpty();
 *     }
 * }
 * }</pre>
 *
 * <p>Parameters of test methods, of {@code @BeforeEach} and other life-cycle methods and of constructors, and fields annotated
 * with {@link Memcached @Memcached}, may have these types: {@link io.github.fakecached.FakeMemcached},
 * {@link io.github.fakecached.clock.ControllableClock}, {@link java.net.InetSocketAddress}, and each client type that a
 * {@link ClientFactory} makes. Built in are those for spymemcached and xmemcached ({@code MemcachedClient}), and for folsom
 * ({@code MemcacheClient<String>}, {@code AsciiMemcacheClient<String>} and {@code BinaryMemcacheClient<String>}). They speak the
 * protocol that the fake serves, sign in as its first user, and encrypt, as far as the library can.
 *
 * <p>A {@code @Nested} class uses the fake of its outer class, unless it has an annotation of its own. Subclasses inherit the
 * annotation and have a fake of their own. It may be used on other annotations.
 *
 * <p>For settings that are not here use {@link MemcachedExtension#builder()}.
 */
@Documented
@ExtendWith(MemcachedExtension.class)
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
public @interface MemcachedTest {

    /**
     * How long the fake lives.
     *
     * @return one fake per class, reset before each test, by default
     */
    Lifecycle lifecycle() default Lifecycle.PER_CLASS;

    /**
     * The version of memcached to speak.
     *
     * @return 1.6.45 by default
     */
    MemcachedVersion version() default MemcachedVersion.V1_6_45;

    /**
     * The largest item to store, as memcached's option {@code -I}.
     *
     * @return 1024 to 1073741824 bytes, or 0 (the default) for memcached's own limit of 1 MiB
     */
    int maxItemSize() default 0;

    /**
     * The memory for items, as memcached's option {@code -m}.
     *
     * @return at least 1048576 bytes, or 0 (the default) for memcached's own limit of 64 MiB
     */
    long memoryLimit() default 0;

    /**
     * What happens when the memory for items is used up.
     *
     * @return true (the default) if old items make room; false, as memcached's option {@code -M}, for an error
     */
    boolean evictions() default true;
}
