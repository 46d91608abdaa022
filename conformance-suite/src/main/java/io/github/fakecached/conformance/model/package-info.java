/** What memcached means, without bytes, sockets or time. */
@NullMarked
package io.github.fakecached.conformance.model;

import org.jspecify.annotations.NullMarked;
