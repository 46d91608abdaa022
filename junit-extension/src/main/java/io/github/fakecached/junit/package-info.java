/** Hands a fake memcached, its clock and its clients to JUnit Jupiter tests. */
@NullMarked
package io.github.fakecached.junit;

import org.jspecify.annotations.NullMarked;
