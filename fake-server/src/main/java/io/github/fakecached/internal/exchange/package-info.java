/** A request on its way, as the journal shows it and faults pick it. Knows nothing of sockets. */
@NullMarked
package io.github.fakecached.internal.exchange;

import org.jspecify.annotations.NullMarked;
