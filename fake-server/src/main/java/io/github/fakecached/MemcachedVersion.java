package io.github.fakecached;

import io.github.fakecached.internal.version.VersionTraits;

/**
 * The version of memcached a fake speaks.
 *
 * <pre>{@code
 * FakeMemcached memcached = FakeMemcached.builder().version(MemcachedVersion.V1_6_18).start();
 * }</pre>
 *
 * <p>memcached 1.6.40 brought a new parser for its text protocol, and the two families answer bad input differently; so a
 * fake has to be one or the other. Good input is answered alike by both.
 */
public enum MemcachedVersion {
    /** The behaviour of memcached 1.6.18, as packaged by Debian 12. */
    V1_6_18(VersionTraits.V1_6_18),
    /** The behaviour of memcached 1.6.45; the default. */
    V1_6_45(VersionTraits.V1_6_45);

    private final VersionTraits traits;

    MemcachedVersion(VersionTraits traits) {
        this.traits = traits;
    }

    VersionTraits traits() {
        return traits;
    }

    /**
     * The version as {@code version} and {@code stats} print it.
     *
     * @return for example {@code 1.6.45}
     */
    public String number() {
        return traits.number();
    }

    /**
     * The constant for a version number.
     *
     * @param number for example {@code 1.6.18}
     * @return the version
     * @throws IllegalArgumentException if the fake does not speak that version; the message lists those it speaks
     */
    public static MemcachedVersion of(String number) {
        for (MemcachedVersion version : values()) {
            if (version.number().equals(number)) {
                return version;
            }
        }
        throw new IllegalArgumentException(
                "memcached " + number + " is not a version the fake speaks; it speaks " + V1_6_18 + " and " + V1_6_45);
    }

    @Override
    public String toString() {
        return number();
    }
}
