package io.github.fakecached.internal.command;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.OptionalLong;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * The items that an {@code lru_crawler} command is about.
 *
 * @param byHash all, in the order of the hash table; it says nothing of slab classes then
 * @param slabClasses the slab classes, a bit for each
 */
public record ItemSelection(boolean byHash, long slabClasses) {

    private static final int SLAB_CLASSES = 64;
    private static final long ALL = -1L << 1;

    /** Reads {@code all}, {@code hash} or the numbers of classes, as {@code 1,2,3}; null if it is none of them. */
    static @Nullable ItemSelection parse(String text) {
        if (text.equals("all")) {
            return new ItemSelection(false, ALL);
        }
        if (text.equals("hash")) {
            return new ItemSelection(true, 0);
        }
        long classes = 0;
        StringTokenizer numbers = new StringTokenizer(text, ",");
        while (numbers.hasMoreTokens()) {
            byte[] digits = numbers.nextToken().getBytes(ISO_8859_1);
            OptionalLong number = NumberSyntax.AS_IN_C.unsigned32(digits, 0, digits.length);
            if (number.isEmpty() || number.getAsLong() < 1 || number.getAsLong() >= SLAB_CLASSES) {
                return null;
            }
            classes |= 1L << number.getAsLong();
        }
        return new ItemSelection(false, classes);
    }

    /** Whether it says anything at all. */
    public boolean isEmpty() {
        return !byHash && slabClasses == 0;
    }

    /** Whether items of a slab class are meant. */
    public boolean includes(int slabClass) {
        return byHash || (slabClasses >>> slabClass & 1) != 0;
    }
}
