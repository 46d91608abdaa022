package io.github.fakecached.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a field of a test class to be set to the fake, or to something that belongs to it: the same types as for parameters
 * (see {@link MemcachedTest}).
 *
 * <pre>{@code
 * @MemcachedTest
 * class CartTest {
 *     @Memcached
 *     MemcachedClient client;
 * }
 * }</pre>
 *
 * <p>Instance fields are set before each test, earlier than {@code @BeforeEach} methods run; static fields once, earlier than
 * {@code @BeforeAll} methods. Fields may be private, but not final.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface Memcached {}
