package io.github.fakecached.conformance.report;

/**
 * A target that was asked for and could not be had.
 *
 * @param name what was asked for
 * @param reason why it could not be had
 */
public record Absent(String name, String reason) {}
