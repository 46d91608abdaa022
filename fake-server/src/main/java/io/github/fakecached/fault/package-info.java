/** What goes wrong on the way of a request or a connection because a test wants it to. */
@NullMarked
package io.github.fakecached.fault;

import org.jspecify.annotations.NullMarked;
