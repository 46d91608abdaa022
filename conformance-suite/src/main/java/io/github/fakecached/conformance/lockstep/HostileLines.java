package io.github.fakecached.conformance.lockstep;

import java.util.Locale;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Lines that no client should send: no commands at all, and commands whose line was damaged. */
final class HostileLines {

    private HostileLines() {}

    /** Lines that are wrong from their first byte on. */
    static Arbitrary<String> nonsense() {
        return Arbitraries.of(
                "\r\n",
                "\n",
                " \r\n",
                "   \r\n",
                "\r\r\n",
                "x\r\n",
                "xy\r\n",
                "x\n",
                "xyz\n",
                "\t\r\n",
                "\0\r\n",
                "get\n",
                "get \n",
                "gets\r\n",
                "gat\r\n",
                "gat 0\r\n",
                "gats 0\r\n",
                "gat x\r\n",
                "gat a\r\n",
                "set\r\n",
                "set a\r\n",
                "set a 0 0\r\n",
                "set a 0 0 noreply\r\n",
                "cas a 0 0 1\r\nx\r\n",
                "cas a 0 0 1 noreply\r\nx\r\n",
                "incr\r\n",
                "incr a\r\n",
                "incr a noreply\r\n",
                "decr\r\n",
                "touch\r\n",
                "touch a\r\n",
                "touch a noreply\r\n",
                "delete\r\n",
                "delete noreply\r\n",
                "GET a\r\n",
                "Set a 0 0 1\r\nx\r\n",
                "bget a\r\n",
                "getx a\r\n",
                "sett a 0 0 1\r\nx\r\n",
                "ge a\r\n",
                "g\r\n",
                "s\r\n",
                "unknown\r\n",
                "unknown noreply\r\n",
                "unknown a b c\r\n",
                "unknown a noreply\r\n",
                "noreply\r\n",
                "get / HTTP/1.0\r\n",
                "GET / HTTP\r\n",
                "append\r\n",
                "prepend a\r\n",
                "quit\n",
                "version\n",
                "flush_allx\r\n",
                "flush_al\r\n",
                "versio\r\n",
                "versionx\r\n",
                "verbosityx\r\n",
                "quitx\r\n",
                "GET / HTTP/1.1\r\n",
                "x HTTP/\r\n");
    }

    /** A good command whose line was damaged; what follows the line is as it was. */
    static Arbitrary<String> damaged(Arbitrary<String> commands) {
        return Combinators.combine(commands, damages()).as((command, damage) -> {
            int end = command.indexOf('\n') + 1;
            var line = damage.apply(command.substring(0, end));
            var data = command.substring(end);
            // With a word more or less another number is taken for the length of the data.
            return Announced.isTooMuch(line) ? command : line + Announced.completed(line, data);
        });
    }

    private static Arbitrary<UnaryOperator<String>> damages() {
        return Arbitraries.of(
                line -> line.replace("\r\n", "\n"),
                line -> line.replace(" ", "  "),
                line -> line.replace("\r\n", " \r\n"),
                line -> line.replace("\r\n", "   \r\n"),
                line -> " " + line,
                line -> "   " + line,
                line -> "\t" + line,
                line -> line.replace("\r\n", "\t\r\n"),
                line -> line.replace("\r\n", "\r\r\n"),
                line -> line.replace("\r\n", "\0\r\n"),
                line -> line.replaceFirst(" ", "\t"),
                line -> line.replaceFirst(" ", " \0"),
                line -> line.replaceFirst(" \\S+", ""),
                line -> line.replaceFirst(" \\S+(?=\r\n)", ""),
                line -> line.replaceFirst("( \\S+)", "$1$1"),
                line -> line.replace("\r\n", " x\r\n"),
                line -> line.replace("\r\n", " x y\r\n"),
                line -> line.replace("\r\n", " x noreply\r\n"),
                line -> line.replace("\r\n", " noreply noreply\r\n"),
                line -> line.replace("\r\n", " x".repeat(24) + "\r\n"),
                line -> line.replace("\r\n", " x".repeat(18) + " noreply\r\n"),
                line -> line.replace("\r\n", " x".repeat(260) + "\r\n"),
                line -> line.substring(0, 1).toUpperCase(Locale.ROOT) + line.substring(1),
                line -> line.substring(1));
    }
}
