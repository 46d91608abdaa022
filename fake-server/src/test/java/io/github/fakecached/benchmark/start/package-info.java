/** How long JVMs take that begin with nothing: the standalone jar and a first fake, beside what they are to be compared with. */
@NullMarked
package io.github.fakecached.benchmark.start;

import org.jspecify.annotations.NullMarked;
