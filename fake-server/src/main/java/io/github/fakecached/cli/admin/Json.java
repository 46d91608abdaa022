package io.github.fakecached.cli.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** JSON of maps, lists, texts, numbers and booleans. Loaded only where somebody wants JSON. */
public final class Json {

    private static final JSON JSON_TEXT = JSON.std.with(JSON.Feature.USE_BIG_DECIMAL_FOR_FLOATS);

    private Json() {}

    /** On one line. */
    public static String line(Object value) {
        try {
            return JSON_TEXT.asString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With line ends and indents, for people. */
    static String pretty(Object value) {
        try {
            return JSON_TEXT.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An object with anything in it. */
    static Map<String, Object> object(byte[] text) throws IOException {
        return JSON_TEXT.mapFrom(text);
    }

    /**
     * Arguments: an object whose values are texts, numbers or booleans.
     *
     * @throws IllegalArgumentException if it is something else
     */
    static Map<String, String> arguments(byte[] body) {
        Map<String, Object> object;
        try {
            object = JSON_TEXT.mapFrom(new String(body, UTF_8));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "the body is no JSON object: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                    e);
        }
        if (object == null) { // of the body "null"
            throw new IllegalArgumentException("the body is no JSON object");
        }
        Map<String, String> arguments = new LinkedHashMap<>();
        object.forEach((name, value) -> arguments.put(name, text(name, value)));
        return arguments;
    }

    private static String text(String name, Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        throw new IllegalArgumentException("\"" + name + "\" is a text, a number or a boolean, not " + line(value));
    }
}
