package io.github.fakecached.internal.command;

import org.jspecify.annotations.Nullable;

/**
 * The flags of a meta command, in the order of the request, which is also the order in which they take effect and are returned.
 * What a flag's letter means is up to the command; arguments of flags that are not there have memcached's defaults.
 */
public final class MetaFlags {

    private static final int LETTERS = 128;

    private final byte[] order;
    private final boolean[] present = new boolean[LETTERS];
    private final byte @Nullable [] opaque;
    private final long[] arguments;

    MetaFlags(byte[] order, byte @Nullable [] opaque, long[] arguments) {
        this.order = order;
        this.opaque = opaque;
        this.arguments = arguments;
        for (byte letter : order) {
            present[letter] = true;
        }
    }

    /** The letters of the flags in the order of the request. */
    public byte[] order() {
        return order;
    }

    public boolean has(char letter) {
        return present[letter];
    }

    /** The number behind a letter; 0 if the flag is not there. */
    public long number(char letter) {
        return arguments[letter];
    }

    /** The number behind a letter, or another one if the flag is not there. */
    public long number(char letter, long otherwise) {
        return present[letter] ? arguments[letter] : otherwise;
    }

    /** The opaque token, its letter included; null if there is none. */
    public byte @Nullable [] opaque() {
        return opaque;
    }

    /** Whether the opaque token is longer than memcached allows, which it says only when it would return it. */
    public boolean isOpaqueTooLong() {
        return opaque != null && opaque.length > MetaFlagParser.OPAQUE_MAX_LENGTH;
    }
}
