package io.github.fakecached.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No command, and no opcode, is without rules, and no rule without a command. */
class CommandRulesTest {

    private final CommandRules rules = CommandRules.read();

    CommandRulesTest() throws IOException {}

    @Test
    void everyCommandHasRulesButThoseOfDebugBuilds() {
        assertThat(CommandTable.values())
                .filteredOn(row -> CommandRules.of(row).isEmpty())
                .containsExactly(CommandTable.DEBUGTIME, CommandTable.DEBUGITEM);
    }

    @Test
    void everyOpcodeHasRules() {
        assertThat(Opcode.values())
                .filteredOn(row -> CommandRules.of(row).isEmpty())
                .isEmpty();
    }

    @Test
    void everyBeginningIsThatOfARule() {
        assertThat(Stream.of(ofRows(), CommandRules.OF_ALL).flatMap(List::stream))
                .allSatisfy(beginning ->
                        assertThat(rules.ids(List.of(beginning))).as(beginning).isNotEmpty());
    }

    @Test
    void everyRuleIsOfARowOrOfAll() {
        assertThat(rules.ids(Stream.of(ofRows(), CommandRules.OF_ALL)
                        .flatMap(List::stream)
                        .toList()))
                .containsExactlyElementsOf(rules.ids());
    }

    @Test
    void rulesThatFollowOneAnotherAreShortened() {
        assertThat(rules.text(List.of("T-GET-01", "T-GET-02", "T-GET-04", "T-CAS-01", "T-CAS-02", "T-CAS-03")))
                .isEqualTo("`T-GET-01`, `T-GET-02`, `T-GET-04`, `T-CAS-01` to `T-CAS-03`");
    }

    private static List<String> ofRows() {
        return Stream.concat(
                        Arrays.stream(CommandTable.values()).map(CommandRules::of),
                        Arrays.stream(Opcode.values()).map(CommandRules::of))
                .flatMap(List::stream)
                .toList();
    }
}
