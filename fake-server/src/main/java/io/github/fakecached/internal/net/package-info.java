/** Sockets and event loops, and the pipeline that joins the other packages. */
@NullMarked
package io.github.fakecached.internal.net;

import org.jspecify.annotations.NullMarked;
