package io.github.fakecached.internal.command;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Real numbers as C's {@code strtod} reads them and its {@code printf} writes them. */
public final class RealNumber {

    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Pattern HEXADECIMAL =
            Pattern.compile("([+-]?0[xX](?:[0-9a-fA-F]+\\.?[0-9a-fA-F]*|\\.[0-9a-fA-F]+))([pP][+-]?\\d+)?");
    private static final Pattern INFINITE = Pattern.compile("([+-]?)inf(inity)?", Pattern.CASE_INSENSITIVE);

    private RealNumber() {}

    /** The number that a token is; nothing if it is none, or too large for one. */
    static OptionalDouble of(String token) {
        Matcher infinite = INFINITE.matcher(token);
        if (infinite.matches()) {
            return OptionalDouble.of(
                    infinite.group(1).equals("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
        }
        Matcher hexadecimal = HEXADECIMAL.matcher(token);
        if (hexadecimal.matches()) {
            String exponent = hexadecimal.group(2) == null ? "p0" : hexadecimal.group(2);
            return finite(hexadecimal.group(1) + exponent);
        }
        return DECIMAL.matcher(token).matches() ? finite(token) : OptionalDouble.empty();
    }

    /** The number with some digits behind the point. */
    public static String text(double number, int digits) {
        if (Double.isInfinite(number)) {
            return number < 0 ? "-inf" : "inf";
        }
        // the exact value: what lies in the middle in decimal rarely does so in binary
        return new BigDecimal(number).setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static OptionalDouble finite(String token) {
        double number = Double.parseDouble(token);
        return Double.isInfinite(number) ? OptionalDouble.empty() : OptionalDouble.of(number);
    }
}
