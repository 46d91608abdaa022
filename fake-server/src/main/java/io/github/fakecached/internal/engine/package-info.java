/** Carries out commands: one engine for every protocol. */
@NullMarked
package io.github.fakecached.internal.engine;

import org.jspecify.annotations.NullMarked;
