/** The servers that rules are run against: the fake, containers, a program on the PATH, any address. */
@NullMarked
package io.github.fakecached.conformance.target;

import org.jspecify.annotations.NullMarked;
