package io.github.fakecached.conformance.lockstep;

import io.github.fakecached.conformance.wire.Dialect;
import net.jqwik.api.Arbitrary;

/**
 * How often something is said in a conversation.
 *
 * @param weight the share of it, as a number beside those of others
 * @param dialect what is spoken
 * @param templates what is said, with placeholders for cas uniques
 */
record Move(int weight, Dialect dialect, Arbitrary<String> templates) {}
