/** Whether the rules find deliberate bugs: the fake is changed in a copy, and must break a rule. */
@NullMarked
package io.github.fakecached.conformance.mutation;

import org.jspecify.annotations.NullMarked;
