package io.github.fakecached.conformance.lockstep;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random commands of the text protocol as templates of bytes, a method per family. Each leaves a server waiting for a command. */
final class TextCommands {

    private TextCommands() {}

    static Arbitrary<String> storage() {
        return Combinators.combine(
                        Arbitraries.of("set", "set", "add", "replace", "append", "prepend"),
                        Keys.word(),
                        Tokens.flags(),
                        Tokens.exptime(),
                        DataBlock.any(),
                        Tokens.noreply())
                .as((command, key, flags, exptime, data, noreply) -> command + " " + key + " " + flags + " " + exptime
                        + " " + data.announced() + noreply + "\r\n" + data.bytes());
    }

    static Arbitrary<String> cas() {
        return Keys.word()
                .flatMap(key -> Combinators.combine(
                                Tokens.flags(), Tokens.exptime(), DataBlock.any(), Tokens.unique(key), Tokens.noreply())
                        .as((flags, exptime, data, unique, noreply) -> "cas " + key + " " + flags + " " + exptime + " "
                                + data.announced() + " " + unique + noreply + "\r\n" + data.bytes()));
    }

    static Arbitrary<String> retrieval() {
        var keys = Arbitraries.frequencyOf(
                        Tuple.of(6, Keys.word().list().ofSize(1)),
                        Tuple.of(4, Keys.word().list().ofMinSize(0).ofMaxSize(5)),
                        Tuple.of(1, Keys.word().list().ofMinSize(20).ofMaxSize(30)))
                .map(list -> String.join(" ", list));
        return Combinators.combine(
                        Arbitraries.frequencyOf(
                                Tuple.of(3, Arbitraries.of("get ", "gets ")),
                                Tuple.of(
                                        1,
                                        Combinators.combine(Arbitraries.of("gat ", "gats "), Tokens.exptime())
                                                .as((command, exptime) -> command + exptime + " "))),
                        keys)
                .as((start, list) -> start + list + "\r\n");
    }

    /** A hundred short keys, some of which are there. */
    static Arbitrary<String> bigRetrieval() {
        return Arbitraries.of("a", "b", "c", "d", "missing", "e")
                .list()
                .ofMinSize(100)
                .ofMaxSize(300)
                .map(keys -> "gets " + String.join(" ", keys) + "\r\n");
    }

    static Arbitrary<String> arithmetic() {
        return Combinators.combine(Arbitraries.of("incr", "decr"), Keys.word(), Tokens.delta(), Tokens.noreply())
                .as((command, key, delta, noreply) -> command + " " + key + " " + delta + noreply + "\r\n");
    }

    /** With numbers that do not make a value of 2^63 or more. */
    static Arbitrary<String> smallArithmetic() {
        return Combinators.combine(
                        Arbitraries.of("incr", "decr"),
                        Keys.word(),
                        Arbitraries.of("1", "5", "99", "x"),
                        Tokens.noreply())
                .as((command, key, delta, noreply) -> command + " " + key + " " + delta + noreply + "\r\n");
    }

    static Arbitrary<String> touch() {
        return Combinators.combine(Keys.word(), Tokens.exptime(), Tokens.noreply())
                .as((key, exptime, noreply) -> "touch " + key + " " + exptime + noreply + "\r\n");
    }

    static Arbitrary<String> delete() {
        return Combinators.combine(
                        Keys.word(),
                        Arbitraries.frequencyOf(
                                Tokens.of(8, ""), Tokens.of(1, " 0", " 1", " 00", " -0", " x", " 0 x", " 0 0")),
                        Tokens.noreply())
                .as((key, time, noreply) -> "delete " + key + time + noreply + "\r\n");
    }

    /** Never with a delay of a few seconds: whether those have passed is up to each server's clock. */
    static Arbitrary<String> flush() {
        return Combinators.combine(
                        Arbitraries.of(
                                "",
                                " 0",
                                " -1",
                                " 1000",
                                " 2592000",
                                " 2592001",
                                " abc",
                                " 2000 x",
                                " 0 0 0",
                                " +900",
                                " 0x",
                                " 4294967296"),
                        Tokens.noreply())
                .as((delay, noreply) -> "flush_all" + delay + noreply + "\r\n" + Keys.lookForAll());
    }

    static Arbitrary<String> administration() {
        return Arbitraries.of(
                "version\r\n",
                "version x\r\n",
                "version noreply\r\n",
                "verbosity\r\n",
                "verbosity 1\r\n",
                "verbosity 0\r\n",
                "verbosity 0 noreply\r\n",
                "verbosity noreply\r\n",
                "verbosity x\r\n",
                "verbosity -1\r\n",
                "verbosity 0 1 2\r\n",
                "verbosity 9999999999\r\n",
                "verbosity 0 x noreply\r\n",
                "quit\r\n",
                "quit x\r\n",
                "quit noreply\r\n");
    }
}
