package io.github.fakecached.conformance.target;

/**
 * A target that may or may not be had here.
 *
 * @param name the name for reports
 * @param kind what {@code -Dconformance.require} calls it: {@code fake}, {@code container}, {@code process} or
 *     {@code address}
 * @param opener opens it
 */
public record TargetSource(String name, String kind, Opener opener) {

    /** Starts the server, or connects to it. */
    public Target open() throws TargetAbsent {
        return opener.open();
    }

    /** Opens one target. */
    @FunctionalInterface
    public interface Opener {

        /** A running server, empty. */
        Target open() throws TargetAbsent;
    }

    @Override
    public String toString() {
        return name;
    }
}
