package io.github.fakecached.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Reads a command line by the rules of getopt_long, which memcached uses: short options may be put together, long ones shortened as
 * long as one is meant, and a value may be glued on or follow. Not a library's, because to load the one that was here took a
 * sixth of a cold start.
 */
final class Getopt {

    private final String[] arguments;
    private int next;

    Getopt(String... arguments) {
        this.arguments = arguments;
    }

    /** Gives each option in turn, with its value, or an empty text if it takes none. */
    void forEach(BiConsumer<MemcachedOption, String> action) {
        while (next < arguments.length) {
            String argument = arguments[next++];
            if (argument.equals("--") && next == arguments.length) {
                return;
            } else if (argument.startsWith("--") && argument.length() > 2) {
                readLong(argument, action);
            } else if (argument.startsWith("-") && argument.length() > 1 && argument.charAt(1) != '-') {
                readShort(argument, action);
            } else {
                throw refusal("Not an option: '" + argument + "'");
            }
        }
    }

    private void readLong(String argument, BiConsumer<MemcachedOption, String> action) {
        int equals = argument.indexOf('=');
        String name = equals < 0 ? argument : argument.substring(0, equals);
        MemcachedOption option = named(name);
        if (equals < 0) {
            action.accept(option, option.takesValue() ? following(name) : "");
        } else if (option.takesValue()) {
            action.accept(option, argument.substring(equals + 1));
        } else {
            throw refusal("Option " + name + " takes no value");
        }
    }

    private void readShort(String argument, BiConsumer<MemcachedOption, String> action) {
        for (int at = 1; at < argument.length(); at++) {
            String name = "-" + argument.charAt(at);
            MemcachedOption option = named(name);
            if (option.takesValue()) {
                boolean glued = at + 1 < argument.length();
                action.accept(option, glued ? argument.substring(at + 1) : following(name));
                return;
            }
            action.accept(option, "");
        }
    }

    /** The value of an option is what comes next, whatever it looks like. */
    private String following(String name) {
        if (next == arguments.length) {
            throw refusal("Missing value of option " + name);
        }
        return arguments[next++];
    }

    private static MemcachedOption named(String name) {
        List<MemcachedOption> meant = new ArrayList<>();
        for (MemcachedOption option : MemcachedOption.values()) {
            for (String known : option.names()) {
                if (known.equals(name)) {
                    return option;
                } else if (name.startsWith("--") && known.startsWith(name)) {
                    meant.add(option);
                }
            }
        }
        if (meant.size() > 1) {
            throw refusal("Option " + name + " may be any of " + Arrays.toString(longNames(meant)));
        }
        if (meant.isEmpty()) {
            throw refusal("Unknown option: '" + name + "'");
        }
        return meant.get(0);
    }

    private static String[] longNames(List<MemcachedOption> options) {
        return options.stream()
                .map(option -> option.names()[option.names().length - 1])
                .toArray(String[]::new);
    }

    private static Refusal refusal(String reason) {
        return Refusal.ofUse(reason + " (-h lists the options)");
    }
}
