package io.github.fakecached.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlabClassesTest {

    @Test
    void chunkSizesAreThoseOfMemcached() {
        assertThat(IntStream.rangeClosed(1, SlabClasses.DEFAULT.count()).map(SlabClasses.DEFAULT::chunkSize))
                .containsExactly(
                        96, 120, 152, 192, 240, 304, 384, 480, 600, 752, 944, 1184, 1480, 1856, 2320, 2904, 3632, 4544,
                        5680, 7104, 8880, 11104, 13880, 17352, 21696, 27120, 33904, 42384, 52984, 66232, 82792, 103496,
                        129376, 161720, 202152, 252696, 315872, 394840, 524288);
    }

    @Test
    void anItemLiesInTheSmallestClassThatHoldsIt() {
        assertThat(SlabClasses.DEFAULT.of(1)).isEqualTo(1);
        assertThat(SlabClasses.DEFAULT.of(96)).isEqualTo(1);
        assertThat(SlabClasses.DEFAULT.of(97)).isEqualTo(2);
        assertThat(SlabClasses.DEFAULT.of(524288)).isEqualTo(39);
        assertThat(SlabClasses.DEFAULT.of(1048576)).isEqualTo(39);
        assertThat(SlabClasses.DEFAULT.chunksFor(524288)).isOne();
        assertThat(SlabClasses.DEFAULT.chunksFor(524289)).isEqualTo(2);
    }
}
