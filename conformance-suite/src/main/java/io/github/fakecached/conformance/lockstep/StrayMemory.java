package io.github.fakecached.conformance.lockstep;

import io.github.fakecached.conformance.target.ServerVersion;
import io.github.fakecached.conformance.wire.RawText;
import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * Arithmetic that real memcached decides by what happens to be in memory behind a value, so that no two servers need agree:
 * of a value that is nothing but white space every version reads on past its end, and in a number of 2^63 or more the versions
 * before 1.6.40 look for a minus sign past its end. Such commands are left out.
 */
final class StrayMemory {

    private static final Pattern ARITHMETIC = Pattern.compile("(?m)^ *(?:incr|decr) +([^ \r\n]+) ");
    private static final Pattern BLANK = Pattern.compile("VALUE [^\n]*\n\\s+\r\nEND\r\n");
    private static final Pattern BIG_NUMBER = Pattern.compile("VALUE [^\n]*\n\\s*\\+?(\\d{19,})[\\s\\00]");
    private static final BigInteger TOO_BIG = BigInteger.ONE.shiftLeft(63);

    private StrayMemory() {}

    /** Whether these bytes hold a command of that kind, as things are on the server now. */
    static boolean decides(ServerVersion version, RawText server, String bytes) {
        return ARITHMETIC
                .matcher(bytes)
                .results()
                .map(command -> server.ask("get " + command.group(1) + "\r\n").text())
                .anyMatch(
                        reply -> BLANK.matcher(reply).matches() || (!version.hasNewParser() && holdsBigNumber(reply)));
    }

    private static boolean holdsBigNumber(String reply) {
        var matcher = BIG_NUMBER.matcher(reply);
        return matcher.lookingAt() && new BigInteger(matcher.group(1)).compareTo(TOO_BIG) >= 0;
    }
}
