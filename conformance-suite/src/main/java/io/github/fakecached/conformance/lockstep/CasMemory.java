package io.github.fakecached.conformance.lockstep;

import io.github.fakecached.conformance.wire.Escapes;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The cas unique last seen for each key, so that a command can be written before the unique is known: a template holds a
 * placeholder for "the unique of this key".
 */
final class CasMemory {

    private static final Pattern WITH_UNIQUE = Pattern.compile("VALUE ([^ \r\n]+) \\d+ \\d+ (\\d+)\r\n");
    private static final Pattern PLACEHOLDER = Pattern.compile(
            Escapes.PLACEHOLDER_START + "([^" + Escapes.PLACEHOLDER_END + "]*)" + Escapes.PLACEHOLDER_END);

    private final Map<String, String> uniques = new HashMap<>();

    /** The placeholder for the unique of a key. */
    static String placeholder(String key) {
        return Escapes.PLACEHOLDER_START + key + Escapes.PLACEHOLDER_END;
    }

    void learn(String reply) {
        var matcher = WITH_UNIQUE.matcher(reply);
        while (matcher.find()) {
            uniques.put(matcher.group(1), matcher.group(2));
        }
    }

    /** The bytes of a template; a key never seen has the unique 1. */
    String resolve(String template) {
        return PLACEHOLDER
                .matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(uniques.getOrDefault(found.group(1), "1")));
    }
}
