/** The command line of the standalone jar. */
@NullMarked
package io.github.fakecached.cli;

import org.jspecify.annotations.NullMarked;
