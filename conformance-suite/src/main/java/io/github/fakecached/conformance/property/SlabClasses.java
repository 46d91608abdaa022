package io.github.fakecached.conformance.property;

import java.util.stream.IntStream;

/** Which slab class an item is in: the first whose chunks are as large as the item. They are asked of the server. */
final class SlabClasses {

    private static final int SMALLEST = 96;
    private static final int LARGEST = 524_288;
    private static final double FACTOR = 1.25;

    private SlabClasses() {}

    /** The class of an item with this key, no flags and a value of this size. */
    static int of(TextClient client, String key, int size) {
        int bytes =
                48 + (client.ask("stats settings").contains("cas_enabled yes") ? 8 : 0) + key.length() + 1 + size + 2;
        return (int) IntStream.iterate(SMALLEST, chunk -> chunk < bytes, SlabClasses::next)
                        .count()
                + 1;
    }

    /** The size of the chunks of a class, as a server without options for them has it. */
    static int chunk(int slabClass) {
        return IntStream.iterate(SMALLEST, SlabClasses::next).limit(slabClass).reduce(0, (first, last) -> last);
    }

    /** Larger by the growth factor, and then up to a multiple of 8; the last is half a page. */
    private static int next(int chunk) {
        int larger = (int) (chunk * FACTOR);
        int aligned = (larger + 7) / 8 * 8;
        return aligned > LARGEST / FACTOR ? LARGEST : aligned;
    }
}
