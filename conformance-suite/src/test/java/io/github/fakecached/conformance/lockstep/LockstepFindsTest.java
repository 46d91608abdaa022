package io.github.fakecached.conformance.lockstep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fakecached.conformance.LyingProxy;
import io.github.fakecached.conformance.run.Seed;
import io.github.fakecached.conformance.target.Target;
import io.github.fakecached.conformance.target.Targets;
import io.github.fakecached.conformance.wire.Transcript;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Lock step finds a difference, and shows it shortly enough to be understood. */
class LockstepFindsTest {

    private static Target fake() throws Exception {
        return Targets.configured().fakes().get(1).open();
    }

    @Test
    void aTouchThatIsAnsweredWrongly() throws Exception {
        assertFinds(Conversation.TEXT, reply -> reply.replace("TOUCHED", "Touched"), "# Touched\\r\\n", 2);
    }

    @Test
    void aMetaStoreThatIsAnsweredWrongly() throws Exception {
        assertFinds(Conversation.META, reply -> reply.replaceAll("^EX", "NS"), "# NS", 2);
    }

    @Test
    void aBinaryErrorWithAnotherText() throws Exception {
        assertFinds(
                Conversation.BINARY,
                reply -> reply.replace("Data exists", "Data Exists"),
                " Data Exists for key.\n",
                2);
    }

    /** What binary requests stored, told wrongly by meta commands. */
    @Test
    void flagsThatOneDialectTellsWrongly() throws Exception {
        assertFinds(Conversation.ACROSS, reply -> reply.replaceAll("(HD|VA)(.*) f4294967295", "$1$2 f0"), " f0", 2);
    }

    /** Nothing that is said shows it, only the whole state afterwards. */
    @Test
    void aCounterThatDoesNotCount() throws Exception {
        assertFinds(
                Conversation.BINARY,
                reply -> reply.replaceFirst("STAT cmd_touch \\d+", "STAT cmd_touch 0"),
                "# STAT cmd_touch 0\\r\\n",
                2);
    }

    private static void assertFinds(Conversation conversation, UnaryOperator<String> lie, String shown, int exchanges)
            throws Exception {
        try (var reference = fake();
                var liar = new LyingProxy(fake(), lie)) {
            var lockstep = new Lockstep(conversation, reference, liar, Seed.of("4711"));

            assertThatThrownBy(() -> lockstep.run(20_000))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageStartingWith("# liar does not answer as fake 1.6.45 does.\n")
                    .hasMessageContaining(shown)
                    .hasMessageEndingWith("# again: -Dconformance.seed=4711")
                    .satisfies(thrown -> assertThat(
                                    Transcript.parse(thrown.getMessage()).exchanges())
                            .as("what has to be stored, and what shows it")
                            .hasSizeBetween(1, exchanges));
        }
    }

    @Test
    void aUniqueThatIsOffByOne() throws Exception {
        try (var reference = fake();
                var liar =
                        new LyingProxy(fake(), reply -> reply.replaceAll("(VALUE a \\d+ \\d+) \\d+\r\n", "$1 1\r\n"));
                var both = new Both(reference, liar)) {
            both.run("set a 5 0 3", "abc");
            both.run("get a");

            assertThatThrownBy(() -> both.run("gets a"))
                    .isInstanceOf(Divergence.class)
                    .hasMessageContaining("> gets a\\r\\n")
                    .hasMessageContaining("# VALUE a 5 3 1\\r\\n");
        }
    }

    @Test
    void aStatisticWithAnotherName() throws Exception {
        try (var reference = fake();
                var liar = new LyingProxy(fake(), reply -> reply.replace("STAT curr_items", "STAT items"));
                var both = new Both(reference, liar)) {
            assertThatThrownBy(() -> both.loosely("stats"))
                    .isInstanceOf(Divergence.class)
                    .hasMessageContaining("# other than the other: [STAT items]");
        }
    }
}
