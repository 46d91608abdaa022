package io.github.fakecached.conformance.lockstep;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbers in replies to meta commands that each server's own clock decides. Nothing else about a reply is forgiven:
 *
 * <ul>
 *   <li>the seconds left, {@code t} and {@code exp=}, may differ by two, since the servers' seconds do not begin
 *       at once, and a real server's clock shows up to two seconds less than it is;
 *   <li>what is left of an item that has expired, a number that wrapped around, counts from the start of the server;
 *   <li>the seconds since an item was used, {@code l} and {@code la=}, may be any that have passed in this conversation:
 *       which fetch counts as use depends on the LRU maintainer, and real servers are run without it here.
 * </ul>
 */
final class PassingTime {

    private static final Pattern SHOWN = Pattern.compile("(?<= )(t|l|exp=|la=)(-?\\d+)(?=[ \r])");
    private static final long CLOCKS = 2;
    private static final long WRAPPED = 1L << 31;

    private PassingTime() {}

    /** The actual reply, with the expected numbers where time allows for the difference. */
    static String evened(String expected, String actual, long secondsPassed) {
        if (expected.equals(actual)) {
            return actual;
        }
        var expectedNumbers = SHOWN.matcher(expected);
        return SHOWN.matcher(actual).replaceAll(shown -> {
            boolean same = expectedNumbers.find()
                    && expectedNumbers.group(1).equals(shown.group(1))
                    && mayBeSame(expectedNumbers.toMatchResult(), shown, secondsPassed);
            return Matcher.quoteReplacement(same ? expectedNumbers.group() : shown.group());
        });
    }

    private static boolean mayBeSame(MatchResult expected, MatchResult actual, long secondsPassed) {
        long one = Long.parseLong(expected.group(2));
        long other = Long.parseLong(actual.group(2));
        boolean sinceUse = expected.group(1).startsWith("l");
        return Math.abs(one - other) <= CLOCKS
                || (sinceUse ? Math.max(one, other) <= secondsPassed + CLOCKS : Math.min(one, other) >= WRAPPED);
    }
}
