/** The rules of memcached: their ids, their words, where they come from. */
@NullMarked
package io.github.fakecached.conformance.rule;

import org.jspecify.annotations.NullMarked;
