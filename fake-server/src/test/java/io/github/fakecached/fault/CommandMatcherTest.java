package io.github.fakecached.fault;

import static io.github.fakecached.fault.CommandMatcher.anyCommand;
import static io.github.fakecached.fault.CommandMatcher.arithmetic;
import static io.github.fakecached.fault.CommandMatcher.command;
import static io.github.fakecached.fault.CommandMatcher.deletion;
import static io.github.fakecached.fault.CommandMatcher.keyMatching;
import static io.github.fakecached.fault.CommandMatcher.retrieval;
import static io.github.fakecached.fault.CommandMatcher.storage;
import static io.github.fakecached.fault.CommandMatcher.withKey;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.fakecached.protocol.Dialect;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandMatcherTest {

    @Test
    void anyCommandIsMeant() {
        assertThat(anyCommand().matches("get", Dialect.TEXT, 0, List.of())).isTrue();
        assertThat(anyCommand().matches("no such", Dialect.BINARY, 7, List.of()))
                .isTrue();
    }

    @Test
    void commandsGoByTheirNames() {
        assertThat(isMeant(command("get"), "get")).isTrue();
        assertThat(isMeant(command("get"), "gets")).isFalse();
        assertThat(isMeant(command("get", "gets"), "gets")).isTrue();
        assertThat(isMeant(command("get"), "getkq")).isTrue();
        assertThat(isMeant(command("incr"), "incrementq")).isTrue();
        assertThat(isMeant(command("getkq"), "get")).isFalse();
        assertThat(isMeant(command("sasl_auth"), "sasl_auth")).isTrue();
    }

    @Test
    void anUnknownCommandIsRefusedAndTheNearestOnesAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> command("get", "inrc"))
                .withMessage("no command is named \"inrc\"; did you mean incr?");
    }

    @Test
    void familiesAreTheCommandsThatDoAlike() {
        assertThat(List.of("get", "gets", "bget", "gat", "gats", "mg"))
                .allMatch(name -> isMeant(retrieval(), name))
                .noneMatch(name -> isMeant(storage(), name));
        assertThat(List.of("set", "add", "replace", "append", "prepend", "cas", "ms"))
                .allMatch(name -> isMeant(storage(), name))
                .noneMatch(name -> isMeant(retrieval(), name));
        assertThat(List.of("incr", "decr", "ma")).allMatch(name -> isMeant(arithmetic(), name));
        assertThat(List.of("delete", "md"))
                .allMatch(name -> isMeant(deletion(), name))
                .noneMatch(name -> isMeant(arithmetic(), name));
    }

    @Test
    void oneOfTheKeysHasToBeTheOneAskedFor() {
        assertThat(isMeant(withKey("b"), "get", "a", "b")).isTrue();
        assertThat(isMeant(withKey("b"), "get", "a", "bb")).isFalse();
        assertThat(isMeant(withKey("b"), "version")).isFalse();
        assertThat(isMeant(withKey("gr\u00fc\u00df"), "get", "gr\u00fc\u00df")).isTrue();
    }

    @Test
    void aPatternIsForTheWholeKey() {
        assertThat(isMeant(keyMatching("big:.*"), "get", "big:1")).isTrue();
        assertThat(isMeant(keyMatching("big:.*"), "get", "a big:1")).isFalse();
    }

    @Test
    void allThatIsAskedForMustBeSo() {
        var matcher = command("get").key("k").connection(3).in(Dialect.BINARY);
        var keys = List.of("k".getBytes(UTF_8));
        assertThat(matcher.matches("get", Dialect.BINARY, 3, keys)).isTrue();
        assertThat(matcher.matches("set", Dialect.BINARY, 3, keys)).isFalse();
        assertThat(matcher.matches("get", Dialect.TEXT, 3, keys)).isFalse();
        assertThat(matcher.matches("get", Dialect.BINARY, 4, keys)).isFalse();
        assertThat(matcher.matches("get", Dialect.BINARY, 3, List.of())).isFalse();
    }

    @Test
    void itIsToldInWords() {
        assertThat(retrieval().key("k").in(Dialect.TEXT, Dialect.META).connection(2))
                .hasToString("retrieval of key \"k\" in [TEXT, META] of connection 2");
        assertThat(command("incr", "decr").keyLike("c.*")).hasToString("incr or decr of a key like \"c.*\"");
    }

    @Test
    void thereIsNoConnectionBeforeTheFirst() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> anyCommand().connection(-1))
                .withMessageContaining("-1");
    }

    private static boolean isMeant(CommandMatcher matcher, String command, String... keys) {
        return matcher.matches(
                command,
                Dialect.TEXT,
                0,
                Arrays.stream(keys).map(key -> key.getBytes(UTF_8)).toList());
    }
}
