/**
 * What clients asked a fake and what they were answered: a {@link io.github.fakecached.journal.Journal} of
 * {@linkplain io.github.fakecached.journal.Exchange exchanges}. Knows neither the clock nor faults; changes nothing.
 */
@NullMarked
package io.github.fakecached.journal;

import org.jspecify.annotations.NullMarked;
