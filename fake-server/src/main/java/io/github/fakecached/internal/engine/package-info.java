/**
 * Carries out commands: one engine for every protocol. It is given a command, which the parsers made, and gives a reply, which the
 * encoders write; it asks the clock for the time and hands it to the store. Knows nothing of sockets, faults or the journal.
 */
@NullMarked
package io.github.fakecached.internal.engine;

import org.jspecify.annotations.NullMarked;
