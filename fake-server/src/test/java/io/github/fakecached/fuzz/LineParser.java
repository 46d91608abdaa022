package io.github.fakecached.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.BuilderSettings;
import io.github.fakecached.FakeMemcached;
import io.github.fakecached.MemcachedVersion;
import io.github.fakecached.internal.command.Command;
import io.github.fakecached.internal.command.TextParser;

/** Lines alone, which is many more of them in the same time: each is a command, or an invalid one. */
public final class LineParser {

    private LineParser() {}

    public static void fuzzerTestOneInput(byte[] line) {
        for (MemcachedVersion version : MemcachedVersion.values()) {
            TextParser parser = new TextParser(
                    BuilderSettings.of(FakeMemcached.builder().version(version)).traits());
            byte[] before = line.clone();
            Command command = parser.parse(line, line.length, line.length + 2);
            assertThat(line).isEqualTo(before);
            if (command instanceof Command.WithData withData) {
                assertThat(withData.length()).isNotNegative();
                assertThat(withData.keyAndValue()).hasSizeBetween(1, 250);
            }
        }
    }
}
