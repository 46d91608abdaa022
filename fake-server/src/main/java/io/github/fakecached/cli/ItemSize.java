package io.github.fakecached.cli;

/** The value of {@code -I}, and memcached's rules for it. */
final class ItemSize {

    private static final int KIB = 1024;
    private static final int MIB = 1024 * KIB;

    private ItemSize() {}

    /** Bytes of the largest item; {@code memoryLimit} is in bytes too. */
    static int of(GivenOptions given, ExtendedOptions extended, long memoryLimit) {
        long size =
                given.last(MemcachedOption.MAX_ITEM_SIZE).map(ItemSize::bytes).orElse((long) MIB);
        if (size < KIB) {
            throw Refusal.ofUse("-I: Item max size cannot be less than 1024 bytes.");
        }
        if (size > memoryLimit / 2) {
            throw Refusal.ofUse("-I: Cannot set item size limit higher than 1/2 of memory max (-m).");
        }
        if (size > KIB * (long) MIB) {
            throw Refusal.ofUse("-I: Cannot set item size limit higher than a gigabyte.");
        }
        checkChunks(size, chunkMax(extended, size));
        return (int) size;
    }

    private static long bytes(String value) {
        String text = value.strip();
        long unit = text.isEmpty()
                ? 1
                : switch (text.charAt(text.length() - 1)) {
                    case 'k', 'K' -> KIB;
                    case 'm', 'M' -> MIB;
                    default -> 1;
                };
        return unit * WholeNumber.of("-I", unit == 1 ? text : text.substring(0, text.length() - 1));
    }

    /** Bytes of the largest chunk, by the options. */
    static long chunkMax(ExtendedOptions extended, long size) {
        return extended.number(ExtendedOption.SLAB_CHUNK_MAX)
                .map(kilobytes -> kilobytes * (long) KIB)
                .orElse(extended.has(ExtendedOption.NO_CHUNKED_ITEMS) && size <= MIB ? MIB : MIB / 2L);
    }

    private static void checkChunks(long size, long chunk) {
        if (chunk > size) {
            throw Refusal.ofUse("slab_chunk_max (bytes: " + chunk + ") cannot be larger than -I (item_size_max " + size
                    + "): set -o slab_chunk_max=1, or more, in kilobytes");
        }
        if (size % chunk != 0) {
            throw Refusal.ofUse("-I (item_size_max: " + size + ") must be evenly divisible by slab_chunk_max (bytes: "
                    + chunk + ")");
        }
        if (MIB % chunk != 0) {
            throw Refusal.ofUse(
                    "slab_chunk_max (bytes: " + chunk + ") must divide evenly into " + MIB + " (slab_page_size)");
        }
    }
}
