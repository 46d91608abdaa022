/**
 * Hands a fake memcached, its clock and its clients to JUnit Jupiter tests: {@link io.github.fakecached.junit.MemcachedTest} is
 * where to begin.
 *
 * <pre>
 *   junit.assertj        assertThat(memcached)...; the only package that needs AssertJ
 *        ↓
 *    this package        the extension; client libraries are used where a project has them
 *        ↓
 *  io.github.fakecached  the fake: only what is public
 * </pre>
 *
 * The extension keeps what it starts in Jupiter's store, by class and method, so that nested, parallel and repeated tests each
 * have their own.
 */
@NullMarked
package io.github.fakecached.junit;

import org.jspecify.annotations.NullMarked;
