/** Servers that answer as honest ones do up to some reply, and then lie: what does not notice that proves nothing. */
@NullMarked
package io.github.fakecached.conformance.liar;

import org.jspecify.annotations.NullMarked;
