package io.github.fakecached.conformance.lockstep;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.fakecached.conformance.wire.BinaryMessage;
import io.github.fakecached.conformance.wire.Dialect;
import io.github.fakecached.conformance.wire.Escapes;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The cas unique last seen for each key, so that a command can be written before the unique is known: a template holds a
 * placeholder for "the unique of this key". What is seen in one dialect is used in all of them.
 */
final class CasMemory {

    private static final Pattern WITH_UNIQUE = Pattern.compile("VALUE ([^ \r\n]+) \\d+ \\d+ (\\d+)\r\n");
    private static final Pattern META_COMMAND = Pattern.compile("m[gsda] ([^ \r\n]+)([^\r\n]*)\r\n");
    private static final Pattern META_REPLY = Pattern.compile("(?:HD|VA \\d+)(?: [^\r\n]*)? c(\\d+)[ \r]");
    private static final Pattern PLACEHOLDER = Pattern.compile(
            Escapes.PLACEHOLDER_START + "([^" + Escapes.PLACEHOLDER_END + "]*)" + Escapes.PLACEHOLDER_END);

    private final Map<String, String> uniques = new HashMap<>();

    /** The placeholder for the unique of a key. */
    static String placeholder(String key) {
        return Escapes.PLACEHOLDER_START + key + Escapes.PLACEHOLDER_END;
    }

    /** Remembers the uniques in a reply to a packet; in a reply to several meta commands that of the first one. */
    void learn(Dialect dialect, String sent, String reply) {
        switch (dialect) {
            case TEXT ->
                WITH_UNIQUE.matcher(reply).results().forEach(found -> uniques.put(found.group(1), found.group(2)));
            case META -> learnFromMeta(sent, reply);
            case BINARY -> learnFromBinary(sent, reply);
        }
    }

    private void learnFromMeta(String sent, String reply) {
        var command = META_COMMAND.matcher(sent);
        var unique = META_REPLY.matcher(reply);
        if (command.lookingAt() && unique.lookingAt()) {
            var word = command.group(1);
            boolean inBase64 = (command.group(2) + " ").contains(" b ");
            (inBase64 ? decoded(word) : Optional.of(word)).ifPresent(key -> uniques.put(key, unique.group(1)));
        }
    }

    /** The key that a word in base64 stands for. */
    static Optional<String> decoded(String word) {
        try {
            return Optional.of(new String(Base64.getMimeDecoder().decode(word.getBytes(ISO_8859_1)), ISO_8859_1));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    private void learnFromBinary(String sent, String reply) {
        var keys = new HashMap<Long, String>();
        BinaryMessage.split(sent).stream()
                .flatMap(chunk -> BinaryMessage.of(chunk).stream())
                .forEach(request -> keys.put(request.opaque(), request.key()));
        BinaryMessage.split(reply).stream()
                .flatMap(chunk -> BinaryMessage.of(chunk).stream())
                .filter(answer -> answer.status() == 0 && keys.containsKey(answer.opaque()))
                .forEach(answer -> uniques.put(
                        keys.get(answer.opaque()), Long.toUnsignedString(BinaryMessage.number(answer.cas()))));
    }

    /** The bytes of a template; a key never seen has the unique 1. */
    String resolve(Dialect dialect, String template) {
        return PLACEHOLDER.matcher(template).replaceAll(found -> {
            var unique = uniques.getOrDefault(found.group(1), "1");
            return Matcher.quoteReplacement(
                    dialect == Dialect.BINARY ? BinaryMessage.number(Long.parseUnsignedLong(unique), 8) : unique);
        });
    }
}
