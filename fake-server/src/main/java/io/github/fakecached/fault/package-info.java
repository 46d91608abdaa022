/**
 * What goes wrong on the way of a request or a connection because a test wants it to: {@link io.github.fakecached.fault.Faults}
 * says which requests, at which of four points, and what happens there.
 *
 * <pre>
 * connect    → [CONNECT]                                      refused, reset, held
 * request    → [BEFORE_EXECUTE] → executed → [AFTER_EXECUTE]  lost before, or only its reply lost
 * reply      → [DURING_REPLY]                                 cut, slow, late
 * </pre>
 *
 * Knows neither the clock nor the journal, and only words of {@code protocol}.
 */
@NullMarked
package io.github.fakecached.fault;

import org.jspecify.annotations.NullMarked;
