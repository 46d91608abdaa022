package io.github.fakecached.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The options of one command line with their values, read by {@link Getopt}. Does not know what they mean.
 */
final class GivenOptions {

    /** Of each option given its values, in their order; an empty one each time for an option that takes none. */
    private final Map<MemcachedOption, List<String>> values = new EnumMap<>(MemcachedOption.class);

    private GivenOptions() {}

    /** Reads a command line; refuses unknown options, missing values and what is no option. */
    static GivenOptions read(String... arguments) {
        GivenOptions given = new GivenOptions();
        new Getopt(arguments)
                .forEach((option, value) -> given.values
                        .computeIfAbsent(option, first -> new ArrayList<>())
                        .add(value));
        return given;
    }

    boolean has(MemcachedOption option) {
        return values.containsKey(option);
    }

    /** How often an option was given. */
    int count(MemcachedOption option) {
        return all(option).size();
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
