package io.github.fakecached.conformance.client;

import io.github.fakecached.conformance.wire.Escapes;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes arguments and results of calls so that they can be read on one line. */
final class Shown {

    private static final int MAX = 60;

    private Shown() {}

    static String of(@Nullable Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(Shown::of).orElse("no item");
        }
        if (value instanceof OptionalLong number) {
            return number.isPresent() ? Long.toUnsignedString(number.getAsLong()) : "no item";
        }
        if (value instanceof Map<?, ?> map) {
            return map.size() > 4
                    ? map.size() + " items"
                    : map.entrySet().stream()
                            .map(entry -> of(entry.getKey()) + " = " + of(entry.getValue()))
                            .sorted()
                            .collect(Collectors.joining(", ", "{", "}"));
        }
        return value instanceof String text ? quoted(text) : String.valueOf(value);
    }

    private static String quoted(String text) {
        return text.length() <= MAX
                ? '"' + Escapes.escape(text) + '"'
                : '"' + Escapes.escape(text.substring(0, MAX / 4)) + "…\" (" + text.length() + " long)";
    }
}
