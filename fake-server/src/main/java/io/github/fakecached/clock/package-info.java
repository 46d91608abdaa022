/**
 * Time under a test's control: {@link io.github.fakecached.clock.ControllableClock}. Knows nothing of servers, items or the wire.
 */
@NullMarked
package io.github.fakecached.clock;

import org.jspecify.annotations.NullMarked;
