package io.github.fakecached.junit;

import io.github.fakecached.BindingProtocol;
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
 * <p>With several {@link #nodes} there is a {@link io.github.fakecached.FakeCluster} to be had, to which one clock belongs and with
 * all of whose nodes clients are connected; {@link MemcachedNode @MemcachedNode} asks for one node. What a test does to nodes is
 * undone before the next one: those that were stopped, paused, partitioned or removed are back, and those that were added are gone.
 *
 * <pre>{@code
 * @MemcachedTest(nodes = {"a", "b", "c"})
 * class CartTest {
 *     @Test
 *     void survivesTheLossOfANode(FakeCluster cluster, @MemcachedNode("b") FakeMemcached b, MemcachedClient client) { ... }
 * }
 * }</pre>
 *
 * <p>A {@code @Nested} class uses the fake of its outer class, unless it has an annotation of its own. Subclasses inherit the
 * annotation and have a fake of their own. It may be used on other annotations.
 *
 * <p>{@link ClockAt @ClockAt} sets the clock for a test.
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
     * What the tests run against: a fake, or real memcached, to see once a night that the fake did not flatter the application.
     * {@code -Dfakecached.server=real} says so for all classes.
     *
     * @return a fake by default
     */
    Server server() default Server.FAKE;

    /**
     * How long the fake lives.
     *
     * @return one fake per class, reset before each test, by default
     */
    Lifecycle lifecycle() default Lifecycle.PER_CLASS;

    /**
     * The nodes to start, each a fake of its own.
     *
     * @return their names, at least one, no two alike; by default there is one node
     */
    String[] nodes() default "default";

    /**
     * Whether each node announces all of them to clients that discover nodes, as Amazon ElastiCache does in answer to
     * {@code config get cluster}.
     *
     * @return false by default: memcached announces nothing
     */
    boolean autoDiscovery() default false;

    /**
     * The version of memcached to speak.
     *
     * @return 1.6.45 by default
     */
    MemcachedVersion version() default MemcachedVersion.V1_6_45;

    /**
     * The protocols to serve, as memcached's option {@code -B}.
     *
     * @return whichever a connection begins with, by default; where clients have to sign in, the one that they sign in by
     */
    BindingProtocol bindingProtocol() default BindingProtocol.AUTO;

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

    /**
     * Users who may sign in by SASL, as memcached's option {@code -S}. If there are any, the fake serves the binary protocol only.
     * Injected clients sign in as the first one.
     *
     * @return none by default: nobody has to sign in
     */
    User[] saslUsers() default {};

    /**
     * Users who may sign in by the text protocol, as memcached's option {@code -Y}. If there are any, the fake serves the text
     * protocol only. Injected clients sign in as the first one, as far as their libraries can.
     *
     * @return none by default: nobody has to sign in; not more than eight
     */
    User[] textUsers() default {};

    /**
     * Whether the fake serves TLS, as memcached's option {@code -Z}, with the {@linkplain io.github.fakecached.TestCertificates
     * certificates} that come with it.
     *
     * @return false by default
     */
    boolean tls() default false;

    /**
     * System properties that tell code under test where the fake listens.
     *
     * @return none by default
     */
    Published[] publish() default {};
}
