/**
 * Sockets and event loops, and the pipeline that joins the other packages; they do not know of it. The way of a request, with the
 * four points of faults in brackets:
 *
 * <pre>
 * socket → [CONNECT] → wire → command → [BEFORE_EXECUTE] → engine → [AFTER_EXECUTE] → reply → [DURING_REPLY] → socket
 *                             ↑ the journal's exchange begins                                the exchange ends ↑
 * </pre>
 *
 * {@link io.github.fakecached.internal.net.Pipeline} has it handler by handler.
 */
@NullMarked
package io.github.fakecached.internal.net;

import org.jspecify.annotations.NullMarked;
