/** AssertJ assertions for what a fake memcached holds. The only package here that needs AssertJ. */
@NullMarked
package io.github.fakecached.junit.assertj;

import org.jspecify.annotations.NullMarked;
