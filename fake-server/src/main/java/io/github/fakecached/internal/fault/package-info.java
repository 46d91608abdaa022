/** The faults in force, and which requests they pick. Knows nothing of sockets or time. */
@NullMarked
package io.github.fakecached.internal.fault;

import org.jspecify.annotations.NullMarked;
