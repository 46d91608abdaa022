/** What clients asked a fake and what they were answered. Knows neither the clock nor faults; changes nothing. */
@NullMarked
package io.github.fakecached.journal;

import org.jspecify.annotations.NullMarked;
