package io.github.fakecached.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A system property that tells code under test where the fake listens, for {@link MemcachedTest#publish()}.
 *
 * <pre>{@code
 * @MemcachedTest(publish = @Published("cache.servers"))
 * class ShopConfigurationTest {
 *     @Test
 *     void connectsToTheConfiguredServers() {
 *         var shop = Shop.configured();       // reads System.getProperty("cache.servers")
 *         ...
 *     }
 * }
 * }</pre>
 *
 * <p>The property has its value from before {@code @BeforeAll} until after {@code @AfterAll} methods, or, with
 * {@link Lifecycle#PER_METHOD}, from before {@code @BeforeEach} until after {@code @AfterEach} methods; then it is again what it
 * was. The JVM has one such property only, so a second class that publishes it while the first one's tests run fails, and so do
 * tests that run in parallel and have a fake each: run them one after the other, with
 * {@code @ResourceLock(Resources.SYSTEM_PROPERTIES)}. Variables of the environment cannot be set in a running JVM; let the code
 * under test prefer a system property.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface Published {

    /**
     * Which property.
     *
     * @return the name, not empty
     */
    String value();

    /**
     * How the property tells it.
     *
     * @return {@code host:port} by default
     */
    AddressForm form() default AddressForm.HOST_PORT;
}
