package io.github.fakecached.conformance.client;

/**
 * What {@code gets} finds.
 *
 * @param value the value; not copied
 * @param casUnique the item's cas unique, an unsigned number of 64 bits
 */
public record ValueWithCas(byte[] value, long casUnique) {}
