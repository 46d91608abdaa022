/** The rules of memcached, and what it takes to hold any server or client to them. */
@NullMarked
package io.github.fakecached.conformance;

import org.jspecify.annotations.NullMarked;
