/** The items and the rules that keep or drop them: pure, given the time with every call. */
@NullMarked
package io.github.fakecached.internal.store;

import org.jspecify.annotations.NullMarked;
