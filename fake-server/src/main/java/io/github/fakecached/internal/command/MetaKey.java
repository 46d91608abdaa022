package io.github.fakecached.internal.command;

/**
 * The key of a meta command.
 *
 * @param bytes the key, decoded
 * @param binary whether it came in base64, and is to be returned so
 */
public record MetaKey(byte[] bytes, boolean binary) {}
