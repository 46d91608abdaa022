/** Runs jqwik's properties from a program instead of a build tool. */
@NullMarked
package io.github.fakecached.conformance.run;

import org.jspecify.annotations.NullMarked;
