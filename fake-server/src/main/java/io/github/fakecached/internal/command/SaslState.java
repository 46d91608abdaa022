package io.github.fakecached.internal.command;

/** Where a client of the binary protocol stands with SASL, which decides what it may ask for. */
public enum SaslState {
    /** The server asks nobody to sign in. */
    OFF,
    SIGNED_OUT,
    SIGNED_IN
}
