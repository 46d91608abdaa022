package io.github.fakecached.internal.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.internal.version.VersionTraits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Holds docs/SUPPORTED.md to the table of commands. After a change of the table, run this test with
 * {@code -Dupdate.docs=true} to have the page written anew.
 */
class SupportedCommandsTest {

    private static final Path PAGE = Path.of("..", "docs", "SUPPORTED.md");

    @Test
    void thePageOfSupportedCommandsIsThatOfTheTable() throws IOException {
        String expected = page();
        if (Boolean.getBoolean("update.docs")) {
            Files.writeString(PAGE, expected);
        }
        assertThat(Files.readString(PAGE, UTF_8)).isEqualTo(expected);
    }

    private static String page() {
        String rows = Arrays.stream(CommandTable.values())
                .map(SupportedCommandsTest::row)
                .collect(Collectors.joining("\n"));
        return """
                # Commands the fake supports

                This page is written from the fake's table of commands, and a test holds it to the table. A command that is not here is
                answered with `ERROR`, as memcached answers one that it does not know. Where the fake differs from memcached is told in
                [DIFFERENCES.md](DIFFERENCES.md).

                | command | family | versions | opcodes |
                | --- | --- | --- | --- |
                %s

                Opcodes are those of the binary protocol, in hexadecimal, with that of the quiet form behind the stroke: `0c` and `23` are
                the forms of `00` and `1d` that return the key. `20`, `21` and `22` sign in by SASL (PLAIN and CRAM-MD5) where there are
                users (`-S`). An opcode that is not here is answered with status 81, `Unknown command`; so are those of SASL where
                there are no users.

                `stats` has the kinds (none), `settings`, `items`, `slabs`, `sizes`, `conns`, `detail`, `cachedump`, `extstore` and `reset`,
                and for 1.6.18 `sizes_enable` and `sizes_disable`. `debugtime` is memcached's own, but of its debug builds only.
                `config` is Amazon ElastiCache's, and answered if there are nodes to announce.
                """.formatted(rows);
    }

    private static String row(CommandTable row) {
        String versions = Arrays.stream(VersionTraits.values())
                .filter(row::isKnownTo)
                .map(VersionTraits::number)
                .collect(Collectors.joining(", "));
        String opcodes = Arrays.stream(Opcode.values())
                .filter(opcode -> opcode.belongsTo(row))
                .map(opcode -> "`%02x`".formatted(opcode.code())
                        + (opcode.hasQuietForm() ? "/`%02x`".formatted(opcode.quietCode()) : ""))
                .collect(Collectors.joining(", "));
        return "| `%s` | %s | %s | %s |"
                .formatted(row.commandName(), row.family.name().toLowerCase(Locale.ROOT), versions, opcodes);
    }
}
