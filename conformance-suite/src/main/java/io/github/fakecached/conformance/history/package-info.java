/**
 * What several connections said to a server at the same time, and whether it can be explained: as commands that took effect one
 * after the other, each at some moment between its request and its answer.
 *
 * <p>The checker is our own (Wing and Gong's search, with Lowe's memory of what was tried), and not Lincheck: that one runs
 * operations of a data structure in its own JVM, under its own schedules and instrumentation, where a server is another process
 * that can only be asked and timed. What is left to do, to explain a recorded history of one item by the model, takes a page.
 * Each key is looked at by itself, since linearizability of each is that of all.
 */
@NullMarked
package io.github.fakecached.conformance.history;

import org.jspecify.annotations.NullMarked;
