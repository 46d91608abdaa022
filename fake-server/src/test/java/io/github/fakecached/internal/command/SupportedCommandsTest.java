package io.github.fakecached.internal.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.internal.version.VersionTraits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Holds docs/SUPPORTED.md to the tables of commands and opcodes and to the rule books. After a change of them, run this test with
 * {@code -Dupdate.docs=true} to have the page written anew.
 */
class SupportedCommandsTest {

    private static final Path PAGE = Path.of("..", "docs", "SUPPORTED.md");
    private static final String BOOKS = "../conformance-suite/src/main/resources/io/github/fakecached/conformance/rule";

    @Test
    void thePageOfSupportedCommandsIsThatOfTheTable() throws IOException {
        String expected = page();
        if (Boolean.getBoolean("update.docs")) {
            Files.writeString(PAGE, expected);
        }
        assertThat(Files.readString(PAGE, UTF_8)).isEqualTo(expected);
    }

    private static String page() throws IOException {
        CommandRules rules = CommandRules.read();
        return """
                # Commands the fake supports

                This page is written from the fake's tables of commands and opcodes and from the rule books, and a test holds it to them.
                A command that is not here is answered with `ERROR`, as memcached answers one that it does not know. Where the fake differs
                from memcached is told in [DIFFERENCES.md](DIFFERENCES.md).

                ## Commands of the text protocol

                | command | family | since | versions | flags | rules |
                | --- | --- | --- | --- | --- | --- |
                %s

                "Since" is the first release of memcached with the command; 1.2.0 stands for all up to it, and 1.6.0 is the first with all of the
                meta commands, though 1.5.19 had them but for `ma`. "Versions" are those that the fake can speak in which there is the command.

                "Flags" of the meta commands are the letters that a line may have; one that means nothing to the command is ignored.
                What each means, and which have an argument, is told in memcached's
                [protocol.txt](https://github.com/memcached/memcached/blob/master/doc/protocol.txt), and checked by the rules. `noreply` as the
                last word mutes the answer. With `slabs` it is for `automove` alone, and with `refresh_certs` it mutes no error.

                `stats` has the kinds (none), `settings`, `items`, `slabs`, `sizes`, `conns`, `detail`, `cachedump`, `extstore` and `reset`,
                and for 1.6.18 `sizes_enable` and `sizes_disable`. `debugtime` and `debugitem` are memcached's own, but of its debug
                builds only, and so no rule can be held against released ones. `config` is Amazon ElastiCache's, and answered if there are nodes to announce; the
                rule is that of a server without.

                ## Opcodes of the binary protocol

                | opcode | quiet | request | as the command | since | rules |
                | --- | --- | --- | --- | --- | --- |
                %s

                Opcodes are in hexadecimal. The quiet form says nothing of success, or, where something is fetched, of a miss; getk and gatk
                return the key too. Those of SASL sign in (PLAIN and CRAM-MD5) where there are users (`-S`). There are none where the rules
                are checked; that signing in works is tested with clients. An opcode that is not here is answered with status 81,
                `Unknown command`; so are those of SASL where there are no users.

                ## Rules

                A rule is a sentence about memcached with its source. The rule books of the conformance suite are [text-rules.md][T] (`T`),
                [meta-rules.md][M] (`M`), [binary-rules.md][B] (`B`) and [administration-rules.md][A] (`A`). Each rule is checked by a
                property that runs on the fake and on memcached itself. In the tables are those of one command or a few; these are of all:
                %s.

                [T]: %s/text-rules.md
                [M]: %<s/meta-rules.md
                [B]: %<s/binary-rules.md
                [A]: %<s/administration-rules.md
                """.formatted(
                        rows(CommandTable.values(), row -> row(row, rules)),
                        rows(Opcode.values(), row -> row(row, rules)),
                        CommandRules.OF_ALL.stream().map(id -> "`" + id + "`").collect(Collectors.joining(", ")),
                        BOOKS);
    }

    private static <T> String rows(T[] table, Function<T, List<String>> cells) {
        return Arrays.stream(table)
                .map(row -> "| " + String.join(" | ", cells.apply(row)) + " |")
                .collect(Collectors.joining("\n"));
    }

    private static List<String> row(CommandTable row, CommandRules rules) {
        String versions = Arrays.stream(VersionTraits.values())
                .filter(row::isKnownTo)
                .map(VersionTraits::number)
                .collect(Collectors.joining(", "));
        return List.of(
                "`" + row.commandName() + "`",
                row.family.name().toLowerCase(Locale.ROOT),
                Objects.requireNonNullElse(row.since(), "not memcached's"),
                versions,
                CommandFlags.text(row),
                rules.text(CommandRules.of(row)));
    }

    private static List<String> row(Opcode row, CommandRules rules) {
        CommandTable command = row.row();
        return List.of(
                "`%02x`".formatted(row.code()),
                row.hasQuietForm() ? "`%02x`".formatted(row.quietCode()) : "",
                row.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                command == null ? "" : "`" + command.commandName() + "`",
                row.since(),
                rules.text(CommandRules.of(row)));
    }
}
