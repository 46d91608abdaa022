package io.github.fakecached.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class EveryOptionOfMemcachedTest {

    private static final Pattern OPTION = Pattern.compile("(?m)^(-[a-zA-Z])\\b");
    private static final Pattern LONG_OPTION = Pattern.compile("(?m)^-[a-zA-Z],? +(--[a-z-]+)");
    private static final Pattern SUBOPTION = Pattern.compile("(?m)^   - ([a-z_]+):");

    @Test
    void everyOptionThatAnInstalledMemcachedListsIsKnown() throws IOException, InterruptedException {
        String help = helpOfMemcached();
        List<String> known = Arrays.stream(MemcachedOption.values())
                .flatMap(option -> Arrays.stream(option.names()))
                .toList();

        // its help calls the option --napi_ids, its code --napi-ids
        assertThat(found(help, OPTION)).hasSizeGreaterThan(30).isSubsetOf(known);
        assertThat(found(help.replace("napi_ids", "napi-ids"), LONG_OPTION))
                .hasSizeGreaterThan(30)
                .isSubsetOf(known);
        assertThat(found(help, SUBOPTION))
                .hasSizeGreaterThan(30)
                .isSubsetOf(Arrays.stream(ExtendedOption.values())
                        .map(ExtendedOption::toString)
                        .toList());
    }

    private static List<String> found(String help, Pattern pattern) {
        return pattern.matcher(help)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    private static String helpOfMemcached() throws IOException, InterruptedException {
        Process memcached;
        try {
            memcached = new ProcessBuilder("memcached", "-h")
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            return abort("memcached is not installed: " + e.getMessage());
        }
        String help = new String(memcached.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(memcached.waitFor()).isZero();
        return help;
    }
}
