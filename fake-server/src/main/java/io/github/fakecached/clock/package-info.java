/** The one source of time of a fake, which a test can move. */
@NullMarked
package io.github.fakecached.clock;

import org.jspecify.annotations.NullMarked;
