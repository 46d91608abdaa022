package io.github.fakecached.conformance.rule;

import io.github.fakecached.conformance.target.ServerVersion;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The releases of memcached that a rule is about. In the tables they are {@code all}, {@code 1.6.10+}, {@code to 1.6.39} or
 * {@code 1.6.10 to 1.6.39}.
 *
 * @param since the first of them, where there is one
 * @param until the last of them, where there is one
 */
public record Versions(Optional<ServerVersion> since, Optional<ServerVersion> until) {

    private static final String NUMBER = "(\\d+\\.\\d+\\.\\d+)";
    private static final Pattern FORM = Pattern.compile(NUMBER + "\\+|(?:" + NUMBER + " )?to " + NUMBER);

    /** Those with this name in a table. */
    static Versions named(String name) {
        if (name.equals("all")) {
            return new Versions(Optional.empty(), Optional.empty());
        }
        var matcher = FORM.matcher(name);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "versions are all, 1.6.10+, to 1.6.39 or 1.6.10 to 1.6.39, and not " + name);
        }
        return new Versions(
                Optional.ofNullable(matcher.group(1))
                        .or(() -> Optional.ofNullable(matcher.group(2)))
                        .map(ServerVersion::of),
                Optional.ofNullable(matcher.group(3)).map(ServerVersion::of));
    }

    /** Whether this is one of them. */
    public boolean include(ServerVersion version) {
        return since.filter(first -> !version.isAtLeast(first)).isEmpty()
                && until.filter(last -> version.compareTo(last) > 0).isEmpty();
    }

    @Override
    public String toString() {
        return until.map(last -> since.map(first -> first + " ").orElse("") + "to " + last)
                .orElseGet(() -> since.map(first -> first + "+").orElse("all"));
    }
}
