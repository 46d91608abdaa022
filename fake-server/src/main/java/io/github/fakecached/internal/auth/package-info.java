/** Who may sign in, and how it is proven. Knows nothing of connections and protocols. */
@NullMarked
package io.github.fakecached.internal.auth;

import org.jspecify.annotations.NullMarked;
