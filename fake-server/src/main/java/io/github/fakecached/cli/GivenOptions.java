package io.github.fakecached.cli;

import java.lang.reflect.Array;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The options of one command line with their values, read by the rules of getopt, which memcached uses. */
final class GivenOptions {

    private final Map<MemcachedOption, List<String>> values = new EnumMap<>(MemcachedOption.class);
    private final Map<MemcachedOption, Integer> counts = new EnumMap<>(MemcachedOption.class);

    private GivenOptions(ParseResult result) {
        for (MemcachedOption option : MemcachedOption.values()) {
            OptionSpec matched = result.matchedOption(option.toString());
            if (matched != null) {
                values.put(option, matched.originalStringValues());
                counts.put(option, Array.getLength(matched.getValue()));
            }
        }
    }

    /** Reads a command line; refuses unknown options, missing values and what is no option. */
    static GivenOptions read(String... arguments) {
        CommandSpec spec = CommandSpec.create();
        for (MemcachedOption option : MemcachedOption.values()) {
            spec.addOption(OptionSpec.builder(option.names())
                    .arity(option.takesValue() ? "1" : "0")
                    .paramLabel("<" + option.valueName() + ">")
                    .type(option.takesValue() ? String[].class : boolean[].class)
                    .build());
        }
        CommandLine reader = new CommandLine(spec)
                .setAbbreviatedOptionsAllowed(true)
                .setAllowOptionsAsOptionParameters(true)
                .setExpandAtFiles(false);
        try {
            return new GivenOptions(reader.parseArgs(arguments));
        } catch (ParameterException e) {
            throw Refusal.ofUse(e.getMessage() + " (-h lists the options)");
        }
    }

    boolean has(MemcachedOption option) {
        return values.containsKey(option);
    }

    /** How often an option was given. */
    int count(MemcachedOption option) {
        return counts.getOrDefault(option, 0);
    }

    /** The values of an option that may be given several times. */
    List<String> all(MemcachedOption option) {
        return values.getOrDefault(option, List.of());
    }

    /** The value of an option; of several ones the last, as in memcached. */
    Optional<String> last(MemcachedOption option) {
        List<String> given = all(option);
        return given.isEmpty() ? Optional.empty() : Optional.of(given.get(given.size() - 1));
    }

    /** The last value as a whole number. */
    int number(MemcachedOption option, int otherwise) {
        return last(option)
                .map(value -> WholeNumber.of(option.toString(), value))
                .orElse(otherwise);
    }

    /** Which options were given. */
    Set<MemcachedOption> names() {
        return values.keySet();
    }
}
