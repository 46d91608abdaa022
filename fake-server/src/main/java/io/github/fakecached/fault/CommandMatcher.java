package io.github.fakecached.fault;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.fakecached.protocol.CommandNames;
import io.github.fakecached.protocol.Dialect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Says which requests are meant: by command, and narrowed from there; all that is asked for must be so. {@code command("incr")} is
 * an {@code incr} of text, and an Increment or IncrementQ of the binary protocol. {@code get}, {@code gets} and {@code mg} are
 * commands of their own; {@link #retrieval()} is all of them. Immutable.
 *
 * <pre>{@code
 * memcached.faults().on(command("incr", "decr").key("hits")).afterExecute().dropReply();
 * memcached.faults().on(retrieval().keyLike("product:.*").in(Dialect.META)).beforeExecute().close();
 * memcached.faults().on(anyCommand().connection(0)).beforeExecute().stall();
 * }</pre>
 */
public final class CommandMatcher {

    private static final int ANY = -1;

    private final String words;
    private final Set<String> commands;
    private final Set<Dialect> dialects;
    private final int connection;
    private final List<Predicate<String>> keys;

    private CommandMatcher(
            String words, Set<String> commands, Set<Dialect> dialects, int connection, List<Predicate<String>> keys) {
        this.words = words;
        this.commands = commands;
        this.dialects = dialects;
        this.connection = connection;
        this.keys = keys;
    }

    /**
     * All requests, also those that memcached does not understand.
     *
     * @return a matcher
     */
    public static CommandMatcher anyCommand() {
        return of("any command", Set.of());
    }

    /**
     * Commands.
     *
     * @param name one of {@link CommandNames#all()}: that of a text command stands for the opcodes that do the same
     * @param more further names
     * @return a matcher
     * @throws IllegalArgumentException if no command has this name; its message has the nearest ones
     */
    public static CommandMatcher command(String name, String... more) {
        List<String> names = new ArrayList<>(List.of(name));
        names.addAll(Arrays.asList(more));
        Set<String> requests = new HashSet<>();
        names.forEach(asked -> requests.addAll(CommandNames.requestsOf(asked)));
        return of(String.join(" or ", names), requests);
    }

    /**
     * The commands that fetch items: {@code get gets bget gat gats mg}.
     *
     * @return a matcher
     */
    public static CommandMatcher retrieval() {
        return command("get", "gets", "bget", "gat", "gats", "mg").called("retrieval");
    }

    /**
     * The commands that bring a value: {@code set add replace append prepend cas ms}.
     *
     * @return a matcher
     */
    public static CommandMatcher storage() {
        return command("set", "add", "replace", "append", "prepend", "cas", "ms")
                .called("storage");
    }

    /**
     * The commands that count: {@code incr decr ma}.
     *
     * @return a matcher
     */
    public static CommandMatcher arithmetic() {
        return command("incr", "decr", "ma").called("arithmetic");
    }

    /**
     * The commands that delete an item: {@code delete md}.
     *
     * @return a matcher
     */
    public static CommandMatcher deletion() {
        return command("delete", "md").called("deletion");
    }

    /**
     * All requests with a key: short for {@code anyCommand().key(key)}.
     *
     * @param key the key
     * @return a matcher
     */
    public static CommandMatcher withKey(String key) {
        return anyCommand().key(key);
    }

    /**
     * All requests with a key that matches: short for {@code anyCommand().keyLike(regex)}.
     *
     * @param regex a regular expression for the whole key
     * @return a matcher
     * @throws java.util.regex.PatternSyntaxException if it is none
     */
    public static CommandMatcher keyMatching(String regex) {
        return anyCommand().keyLike(regex);
    }

    /**
     * Only those with this key among their keys.
     *
     * @param key the key; as bytes it is UTF-8
     * @return a matcher
     */
    public CommandMatcher key(String key) {
        return with(" of key \"" + key + "\"", key::equals);
    }

    /**
     * Only those with a key that matches.
     *
     * @param regex a regular expression for the whole key
     * @return a matcher
     * @throws java.util.regex.PatternSyntaxException if it is none
     */
    public CommandMatcher keyLike(String regex) {
        return with(
                " of a key like \"" + regex + "\"",
                Pattern.compile(regex, Pattern.DOTALL).asMatchPredicate());
    }

    /**
     * Only those in some dialects. A meta command is never in binary, and a classic one never in the meta dialect.
     *
     * @param dialect one dialect
     * @param more further ones
     * @return a matcher
     */
    public CommandMatcher in(Dialect dialect, Dialect... more) {
        Set<Dialect> only = EnumSet.of(dialect, more);
        return new CommandMatcher(words + " in " + only, commands, only, connection, keys);
    }

    /**
     * Only those of one connection.
     *
     * @param number which connection of the fake, from 0, as the journal shows it
     * @return a matcher
     * @throws IllegalArgumentException if the number is negative
     */
    public CommandMatcher connection(int number) {
        if (number < 0) {
            throw new IllegalArgumentException("the first connection is 0: there is no connection " + number);
        }
        return new CommandMatcher(words + " of connection " + number, commands, dialects, number, keys);
    }

    /**
     * Whether a request is meant. The fake asks this for each request; a test can, to try a matcher.
     *
     * @param command its name as it came: that of the text command, or of the opcode
     * @param dialect how it was put
     * @param ofConnection which connection of the fake it came over, from 0
     * @param requestKeys its keys
     * @return true if it fulfils all that is asked for
     */
    public boolean matches(String command, Dialect dialect, int ofConnection, List<byte[]> requestKeys) {
        return (commands.isEmpty() || commands.contains(command))
                && dialects.contains(dialect)
                && (connection == ANY || connection == ofConnection)
                && keys.stream().allMatch(wanted -> hasKey(requestKeys, wanted));
    }

    @Override
    public String toString() {
        return words;
    }

    private static boolean hasKey(List<byte[]> keys, Predicate<String> wanted) {
        return keys.stream().anyMatch(key -> wanted.test(new String(key, UTF_8)));
    }

    private static CommandMatcher of(String words, Set<String> commands) {
        return new CommandMatcher(words, commands, EnumSet.allOf(Dialect.class), ANY, List.of());
    }

    private CommandMatcher called(String name) {
        return new CommandMatcher(name, commands, dialects, connection, keys);
    }

    private CommandMatcher with(String furtherWords, Predicate<String> key) {
        List<Predicate<String>> all = new ArrayList<>(keys);
        all.add(key);
        return new CommandMatcher(words + furtherWords, commands, dialects, connection, List.copyOf(all));
    }
}
