package io.github.fakecached.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which node a parameter or a field is of, where {@link MemcachedTest#nodes} names several: the node itself, its address, or
 * a client that knows no other node. A field needs no {@link Memcached @Memcached} besides.
 *
 * <pre>{@code
 * @MemcachedTest(nodes = {"a", "b", "c"})
 * class CartTest {
 *     @Test
 *     void survivesTheLossOfANode(@MemcachedNode("b") FakeMemcached b, MemcachedClient client) {
 *         b.kill();
 *         ...
 *     }
 * }
 * }</pre>
 */
@Documented
@Memcached
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface MemcachedNode {

    /**
     * The name of the node.
     *
     * @return one of the names given to {@link MemcachedTest#nodes} or {@link MemcachedExtensionBuilder#nodes}, or of a node that
     *     was added to the cluster
     */
    String value();
}
