/** From outcomes to bytes: an encoder for each protocol. */
@NullMarked
package io.github.fakecached.internal.reply;

import org.jspecify.annotations.NullMarked;
