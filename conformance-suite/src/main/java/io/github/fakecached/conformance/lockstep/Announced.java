package io.github.fakecached.conformance.lockstep;

import java.util.regex.Pattern;

/**
 * How many bytes of data a command line may make a server wait for: whatever number stands fifth, or third after
 * {@code ms}, cut to 32 bits as the old parser does. Used to give a damaged command enough data that no server is left waiting.
 */
final class Announced {

    private static final Pattern NUMBER =
            Pattern.compile("^ *(?:ms +[^ \n]+ +|(?:[^ \n]+ +){4})\\+?(\\d{1,18})(?=[ \r\n\0])");
    private static final Pattern NUMBER_IS_PLACEHOLDER = Pattern.compile("^ *(?:[^ \n]+ +){4}\uE000");
    private static final int MOST = 100_000;
    private static final int REFUSED = Integer.MAX_VALUE - 1;

    private Announced() {}

    /** Whether a server may wait for more data than anyone wants to send. */
    static boolean isTooMuch(String line) {
        int announced = in(line);
        return NUMBER_IS_PLACEHOLDER.matcher(line).find() || (announced > MOST && announced < REFUSED);
    }

    /** The data, and as much filler as a server may wait for. */
    static String completed(String line, String data) {
        int announced = in(line);
        int missing = announced + 2 - data.length();
        return announced < 0 || announced > MOST || missing <= 0
                ? data
                : data + "x".repeat(Math.max(0, missing - 2)) + "\r\n";
    }

    private static int in(String line) {
        var matcher = NUMBER.matcher(line);
        return matcher.find() ? (int) Long.parseLong(matcher.group(1)) : -1;
    }
}
