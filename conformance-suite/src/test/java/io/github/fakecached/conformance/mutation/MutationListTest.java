package io.github.fakecached.conformance.mutation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The list of mutations fits the sources it is about. */
class MutationListTest {

    static Stream<Mutation> mutations() {
        return Mutation.all().stream();
    }

    @ParameterizedTest
    @MethodSource("mutations")
    void changesLinesThatAreInItsFileOnce(Mutation mutation) throws IOException {
        assertThat(mutation.mutated()).isNotEqualTo(mutation.source());
    }

    @Test
    void everyEntryIsUnderstood() throws IOException {
        try (var in = Objects.requireNonNull(Mutation.class.getResourceAsStream("mutations.md"))) {
            var headings = Pattern.compile("^### (.*)$", Pattern.MULTILINE)
                    .matcher(new String(in.readAllBytes(), UTF_8))
                    .results()
                    .map(heading -> heading.group(1));
            assertThat(Mutation.all()).extracting(Mutation::id).containsExactlyElementsOf(headings.toList());
        }
    }

    @Test
    void anIdIsGivenOnce() {
        assertThat(Mutation.all())
                .extracting(Mutation::id)
                .hasSizeGreaterThanOrEqualTo(40)
                .doesNotHaveDuplicates();
    }

    @Test
    void noTwoAreTheSame() {
        assertThat(Mutation.all())
                .extracting(mutation -> List.of(mutation.file(), mutation.before(), mutation.after()))
                .doesNotHaveDuplicates();
    }
}
