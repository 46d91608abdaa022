package io.github.fakecached.protocol;

import io.github.fakecached.internal.command.CommandTable;
import io.github.fakecached.internal.command.Opcode;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The names of commands, as requests and tests have them. A name of the text protocol also stands for the opcodes that do the
 * same: {@code get} for {@code get}, {@code getq}, {@code getk} and {@code getkq}; the name of an opcode stands for that alone.
 *
 * <pre>{@code
 * assertThat(CommandNames.all()).contains("get", "getkq", "mg");
 * assertThat(CommandNames.requestsOf("get")).containsExactlyInAnyOrder("get", "getq", "getk", "getkq");
 * }</pre>
 */
public final class CommandNames {

    private static final Map<String, Set<String>> REQUESTS = requests();

    private CommandNames() {}

    /**
     * All names: of the text protocol with its meta commands, and of opcodes, those of their quiet forms with a {@code q} at the
     * end.
     *
     * @return the names in lower case, in the order of the alphabet
     */
    public static Set<String> all() {
        return REQUESTS.keySet();
    }

    /**
     * Which requests are meant by a name, as {@link io.github.fakecached.journal.Exchange#command()} has them.
     *
     * @param name one of {@link #all()}
     * @return the name of the text command, if it is one, and those of opcodes
     * @throws IllegalArgumentException if no command has this name; its message has the nearest ones
     */
    public static Set<String> requestsOf(String name) {
        Set<String> requests = REQUESTS.get(name);
        if (requests == null) {
            Set<String> similar = SimilarNames.to(name, all());
            throw new IllegalArgumentException("no command is named \"" + name + "\""
                    + (similar.isEmpty()
                            ? "; there are " + String.join(", ", all())
                            : "; did you mean " + String.join(" or ", similar) + "?"));
        }
        return requests;
    }

    private static Map<String, Set<String>> requests() {
        Map<String, Set<String>> requests = new TreeMap<>();
        for (Opcode opcode : Opcode.values()) {
            opcode.names().forEach(name -> requests.put(name, Set.of(name)));
        }
        for (CommandTable row : CommandTable.values()) {
            Set<String> names = new LinkedHashSet<>(Set.of(row.commandName()));
            for (Opcode opcode : Opcode.values()) {
                if (opcode.row() == row) {
                    names.addAll(opcode.names());
                }
            }
            requests.put(row.commandName(), Collections.unmodifiableSet(names));
        }
        return Collections.unmodifiableMap(requests);
    }
}
