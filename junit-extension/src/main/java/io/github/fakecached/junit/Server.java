package io.github.fakecached.junit;

/**
 * What the tests of a class run against. The configuration parameter {@code fakecached.server} of JUnit, or the system property of
 * that name, goes before what a class says: {@code fake}, {@code real}, or {@code host:port} (several with commas between them, one
 * for each node) for servers that run already, which are flushed.
 *
 * <pre>{@code
 * @MemcachedTest(server = Server.REAL)
 * class SessionCacheOnRealMemcachedTest {
 *     @Test
 *     void findsWhatWasSaved(MemcachedClient client) { ... }
 * }
 * }</pre>
 */
public enum Server {
    /** A fake, in the JVM of the tests. */
    FAKE,
    /**
     * Real memcached in a container, by Testcontainers, which has to be on the class path. The image is that of the version,
     * {@code memcached:1.6.45} or {@code memcached:1.6.18}, unless the parameter {@code fakecached.server.image} names another.
     * Where there is no container to be had, tests are aborted with the reason; with {@code fakecached.server.required=true} they
     * fail.
     *
     * <p>Containers serve one class after another and are flushed in between. A test that wants what only the fake has fails and
     * says so, since an aborted one would look like one that went well: one that asks for a {@link
     * io.github.fakecached.FakeMemcached} or a {@link io.github.fakecached.FakeCluster}, or has a {@link ClockAt}, for no real
     * server has journal, faults or a clock that goes back. Leave such tests out by a tag. A {@link
     * io.github.fakecached.clock.ControllableClock} can be advanced where the image has libfaketime, as {@code
     * /usr/local/lib/libfaketimeMT.so.1}; elsewhere up to five seconds are waited for, and more fail the test. {@link
     * MemcachedTest#textUsers()} and {@link MemcachedTest#tls()} can be had of containers, {@link MemcachedTest#saslUsers()}
     * cannot.
     */
    REAL
}
