/** Time under a test's control. Knows nothing of servers, items or the wire. */
@NullMarked
package io.github.fakecached.clock;

import org.jspecify.annotations.NullMarked;
