/** One command about an item, three ways to say it. Knows of no sockets, and not what a command does. */
@NullMarked
package io.github.fakecached.conformance.wording;

import org.jspecify.annotations.NullMarked;
