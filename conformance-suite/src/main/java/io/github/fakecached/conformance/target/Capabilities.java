package io.github.fakecached.conformance.target;

/**
 * What a target can do, found out by asking it and not by its name.
 *
 * @param version the version it says it has
 * @param timeTravel how time can be made to pass on it
 */
public record Capabilities(ServerVersion version, TimeTravel timeTravel) {}
