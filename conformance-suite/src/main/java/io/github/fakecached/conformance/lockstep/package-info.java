/** The same commands to two servers, their replies compared byte for byte. */
@NullMarked
package io.github.fakecached.conformance.lockstep;

import org.jspecify.annotations.NullMarked;
