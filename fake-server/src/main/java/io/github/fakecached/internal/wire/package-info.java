/** From bytes to frames: which protocol a connection speaks, and where a message ends. */
@NullMarked
package io.github.fakecached.internal.wire;

import org.jspecify.annotations.NullMarked;
