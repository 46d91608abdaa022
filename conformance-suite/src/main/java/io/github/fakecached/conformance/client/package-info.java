/** The client kit: rules about what a client of memcached must do, and what it takes to hold any client to them. */
@NullMarked
package io.github.fakecached.conformance.client;

import org.jspecify.annotations.NullMarked;
