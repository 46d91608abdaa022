package io.github.fakecached.cli;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The suboptions that the options {@code -o} of one command line name, with their values, which memcached allows. */
final class ExtendedOptions {

    private static final String NOT = "no_";

    private final Map<ExtendedOption, String> values = new EnumMap<>(ExtendedOption.class);

    private ExtendedOptions() {}

    /** Reads the values of all -o of a command line. */
    static ExtendedOptions read(List<String> lists) {
        ExtendedOptions options = new ExtendedOptions();
        for (String list : lists) {
            if (!list.isEmpty()) {
                for (String suboption : list.split(",", -1)) {
                    options.add(suboption);
                }
            }
        }
        options.checkTogether();
        return options;
    }

    private void add(String suboption) {
        int equals = suboption.indexOf('=');
        String name = equals < 0 ? suboption : suboption.substring(0, equals);
        ExtendedOption option = ExtendedOption.named(name)
                .orElseThrow(() -> Refusal.ofUse("-o: Illegal suboption \"" + suboption + "\""));
        String value = equals < 0 ? "" : suboption.substring(equals + 1);
        if (equals >= 0) {
            option.rule().check(name, value);
        } else if (!(option.rule() instanceof ValueRule.Nothing) && option != ExtendedOption.SLAB_AUTOMOVE) {
            throw Refusal.ofUse("Missing " + name + " argument");
        }
        values.put(option, value);
        // of two that contradict each other the later counts
        ExtendedOption.named(name.startsWith(NOT) ? name.substring(NOT.length()) : NOT + name)
                .ifPresent(values::remove);
    }

    private void checkTogether() {
        if (number(ExtendedOption.HOT_LRU_PCT).orElse(20)
                        + number(ExtendedOption.WARM_LRU_PCT).orElse(40)
                > 80) {
            throw Refusal.ofUse("hot_lru_pct + warm_lru_pct cannot be more than 80% combined");
        }
        if (has(ExtendedOption.TEMPORARY_TTL) && has(ExtendedOption.NO_LRU_MAINTAINER)) {
            throw Refusal.ofUse("temporary_ttl requires lru_maintainer to be enabled");
        }
    }

    boolean has(ExtendedOption option) {
        return values.containsKey(option);
    }

    /** Which suboptions were given. */
    Set<ExtendedOption> names() {
        return values.keySet();
    }

    /** The value of a suboption. */
    Optional<String> text(ExtendedOption option) {
        return Optional.ofNullable(values.get(option));
    }

    /** The value of a suboption that is a small whole number. */
    Optional<Integer> number(ExtendedOption option) {
        return Optional.ofNullable(values.get(option)).map(Integer::valueOf);
    }

    /** Whether it was given as 0. */
    boolean isZero(ExtendedOption option) {
        return values.getOrDefault(option, "").matches("0+");
    }
}
