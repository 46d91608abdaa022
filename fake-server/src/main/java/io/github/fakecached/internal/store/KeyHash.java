package io.github.fakecached.internal.store;

import java.util.SplittableRandom;

/** The hash of a key. Seeded anew in each JVM, so that nobody can prepare keys that all fall into one chain. */
final class KeyHash {

    private static final int SEED = new SplittableRandom().nextInt();
    private static final int FNV_PRIME = 0x01000193;

    private KeyHash() {}

    static int of(byte[] bytes, int length) {
        int hash = SEED;
        for (int i = 0; i < length; i++) {
            hash = (hash ^ bytes[i]) * FNV_PRIME;
        }
        hash ^= hash >>> 16;
        hash *= 0x85ebca6b;
        return hash ^ (hash >>> 13);
    }
}
