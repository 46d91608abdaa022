package io.github.fakecached.cli.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The arguments of one call: texts by the names of parameters, read as what the parameter is, with an error that says what is wrong. */
final class Arguments {

    private static final BigDecimal NANOS_PER_SECOND = BigDecimal.valueOf(1_000_000_000);
    private static final String BASE64 = "Base64";

    private final Operation operation;
    private final Map<String, String> values;

    /**
     * The arguments of an operation.
     *
     * @throws IllegalArgumentException if one is not a parameter's, or one is missing
     */
    Arguments(Operation operation, Map<String, String> values) {
        this.operation = operation;
        this.values = values;
        List<String> known =
                operation.parameters().stream().map(Parameter::name).toList();
        for (String name : values.keySet()) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("\"" + operation.name() + "\" has no parameter \"" + name + "\""
                        + (known.isEmpty() ? ", nor any other" : "; there are " + String.join(", ", known)));
            }
        }
        for (Parameter parameter : operation.parameters()) {
            if (parameter.required() && !values.containsKey(parameter.name())) {
                throw missing(parameter.name());
            }
        }
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    Optional<String> text(String name) {
        if (operation.parameters().stream()
                .noneMatch(parameter -> parameter.name().equals(name))) {
            throw new AssertionError("\"" + operation.name() + "\" reads \"" + name + "\", which is not its parameter");
        }
        return Optional.ofNullable(values.get(name));
    }

    String required(String name) {
        return text(name).orElseThrow(() -> missing(name));
    }

    /** Texts with commas between them; none if it is not there. */
    List<String> list(String name) {
        return text(name).map(text -> List.of(text.split(",", -1))).orElse(List.of());
    }

    long integer(String name, long otherwise) {
        return text(name).map(text -> whole(name, text)).orElse(otherwise);
    }

    int smallInteger(String name) {
        long number = whole(name, required(name));
        if (number != (int) number) {
            throw new IllegalArgumentException(
                    name + " is a whole number up to " + Integer.MAX_VALUE + ", not " + number);
        }
        return (int) number;
    }

    double number(String name, double otherwise) {
        return text(name).map(text -> decimal(name, text).doubleValue()).orElse(otherwise);
    }

    boolean flag(String name) {
        return text(name)
                .map(text -> {
                    if (!text.equals("true") && !text.equals("false")) {
                        throw new IllegalArgumentException(name + " is true or false, not \"" + text + "\"");
                    }
                    return text.equals("true");
                })
                .orElse(false);
    }

    /** A time in seconds, which may have a fraction. */
    Optional<Duration> seconds(String name) {
        return text(name).map(text -> {
            BigDecimal nanos = decimal(name, text).multiply(NANOS_PER_SECOND);
            try {
                return Duration.ofNanos(nanos.longValueExact());
            } catch (ArithmeticException e) {
                throw new IllegalArgumentException(
                        name + " is a number of seconds, down to nanoseconds and up to 292 years, not " + text, e);
            }
        });
    }

    Instant instant(String name) {
        String text = required(name);
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    name + " is a time such as 2030-12-31T23:59:59.999Z, not \"" + text + "\"", e);
        }
    }

    /** Bytes: as UTF-8 by this name, or in Base64 by the name with that behind it. */
    Optional<byte[]> bytes(String name) {
        Optional<String> plain = text(name);
        Optional<String> encoded = text(name + BASE64);
        if (plain.isPresent() && encoded.isPresent()) {
            throw new IllegalArgumentException("give " + name + " or " + name + BASE64 + ", not both");
        }
        return plain.map(text -> text.getBytes(UTF_8)).or(() -> encoded.map(text -> decoded(name + BASE64, text)));
    }

    byte[] requiredBytes(String name) {
        return bytes(name).orElseThrow(() -> missing(name + " or " + name + BASE64));
    }

    private IllegalArgumentException missing(String name) {
        return new IllegalArgumentException("\"" + operation.name() + "\" needs " + name);
    }

    private static byte[] decoded(String name, String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + " is not Base64: " + e.getMessage(), e);
        }
    }

    private static long whole(String name, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " is a whole number, not \"" + text + "\"", e);
        }
    }

    private static BigDecimal decimal(String name, String text) {
        try {
            BigDecimal number = new BigDecimal(text);
            if (number.scale() < -20 || number.precision() > 40) {
                throw new NumberFormatException("out of all bounds");
            }
            return number;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " is a number, not \"" + text + "\"", e);
        }
    }
}
