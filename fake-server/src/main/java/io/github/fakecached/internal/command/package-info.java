/** From frames to commands: the table of commands and a parser for each protocol. */
@NullMarked
package io.github.fakecached.internal.command;

import org.jspecify.annotations.NullMarked;
