/** Sockets that interpret nothing, and the record of what passed over them. */
@NullMarked
package io.github.fakecached.conformance.wire;

import org.jspecify.annotations.NullMarked;
