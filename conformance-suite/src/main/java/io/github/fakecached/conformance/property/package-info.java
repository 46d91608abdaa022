/** The rules as properties, a class per family of commands, and what runs them against a target. */
@NullMarked
package io.github.fakecached.conformance.property;

import org.jspecify.annotations.NullMarked;
