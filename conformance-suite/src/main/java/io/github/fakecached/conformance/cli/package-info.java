/** The command line that judges servers and writes reports. */
@NullMarked
package io.github.fakecached.conformance.cli;

import org.jspecify.annotations.NullMarked;
