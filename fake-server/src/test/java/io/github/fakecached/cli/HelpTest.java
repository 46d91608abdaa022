package io.github.fakecached.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class HelpTest {

    @Test
    void helpListsEveryOptionAndFitsIntoAHundredColumns() throws InterruptedException {
        CommandLines run = CommandLines.run("-h");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        assertThat(MemcachedOption.values())
                .allSatisfy(option -> assertThat(run.out()).contains("  " + option.synopsis() + " "));
        assertThat(ExtendedOption.values())
                .allSatisfy(option -> assertThat(run.out()).containsPattern("\\b" + option + "\\b"));
    }

    @Test
    void helpGroupsOptionsByWhatBecomesOfThem() throws InterruptedException {
        String help = CommandLines.run("--help").out();
        assertThat(help)
                .containsSubsequence(
                        "work as in memcached:", "--port", "own:", "--memcached-version", "no effect", "--user")
                .containsSubsequence("no effect", "--user", "refused", "--daemon", "-o ext_path");
        assertThat(Arrays.stream(Treatment.values()).map(Treatment::heading))
                .allSatisfy(heading -> assertThat(help).contains("\n" + heading + "\n"));
    }

    @Test
    void theFakesOwnOptionsAreToldOfInThePageAboutIt() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "STANDALONE.md"));
        assertThat(Arrays.stream(MemcachedOption.values()).filter(option -> option.treatment() == Treatment.OWN))
                .hasSizeGreaterThan(8)
                .allSatisfy(option -> assertThat(page).contains("`" + option));
    }

    @Test
    void versionIsPrintedAsMemcachedDoesWithANoteOfTheFakesOwn() throws InterruptedException {
        assertThat(CommandLines.run("-V").out())
                .startsWith("memcached 1.6.45\n")
                .contains("Fakecached");
        assertThat(CommandLines.run("-V --memcached-version=1.6.18").out()).startsWith("memcached 1.6.18\n");
    }

    @Test
    void licenceIsPrinted() throws InterruptedException {
        assertThat(CommandLines.run("-i").out()).contains("Apache License, Version 2.0");
    }
}
