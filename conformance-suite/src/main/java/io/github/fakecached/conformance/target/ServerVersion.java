package io.github.fakecached.conformance.target;

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * A version of memcached, in the order of releases.
 *
 * @param major the first number
 * @param minor the second number
 * @param patch the third number
 */
public record ServerVersion(int major, int minor, int patch) implements Comparable<ServerVersion> {

    private static final Pattern FORM = Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+).*");
    private static final ServerVersion META_CODES = new ServerVersion(1, 6, 10);
    private static final ServerVersion MADE_BY_APPENDING = new ServerVersion(1, 6, 20);
    private static final ServerVersion TIME_LEFT_IN_DEBUG = new ServerVersion(1, 6, 24);
    private static final ServerVersion UNIQUES_GIVEN = new ServerVersion(1, 6, 27);
    private static final ServerVersion NEW_PARSER = new ServerVersion(1, 6, 40);
    private static final ServerVersion STRICT_META_NUMBERS = new ServerVersion(1, 6, 45);
    private static final Comparator<ServerVersion> ORDER = Comparator.comparingInt(ServerVersion::major)
            .thenComparingInt(ServerVersion::minor)
            .thenComparingInt(ServerVersion::patch);

    /** The version in what a server answers to {@code version}, without the word before it. */
    public static ServerVersion of(String text) {
        var matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no version of memcached: " + text);
        }
        return new ServerVersion(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)));
    }

    /** Whether this version has the text parser that came with 1.6.40 and answers bad input in its own way. */
    public boolean hasNewParser() {
        return isAtLeast(NEW_PARSER);
    }

    /** Whether meta commands answer HD, as they have since 1.6.10, and not OK. */
    public boolean hasMetaCodes() {
        return isAtLeast(META_CODES);
    }

    /** Whether a store that fails uses up a cas unique, as it does since uniques can be given to meta commands. */
    public boolean countsUniquesOfFailedStores() {
        return isAtLeast(UNIQUES_GIVEN);
    }

    /** Whether meta commands take the unique that an item is to have, and md empties items. */
    public boolean takesChosenUniques() {
        return isAtLeast(UNIQUES_GIVEN);
    }

    /** Whether ms can make an item where there is none to append to. */
    public boolean makesItemsToAppendTo() {
        return isAtLeast(MADE_BY_APPENDING);
    }

    /** Whether me tells how many seconds are left, and not that number below zero. */
    public boolean tellsTimeLeftInDebug() {
        return isAtLeast(TIME_LEFT_IN_DEBUG);
    }

    /** Whether flags of meta commands take numbers of their size only, without a plus. */
    public boolean hasStrictMetaNumbers() {
        return isAtLeast(STRICT_META_NUMBERS);
    }

    /** Whether this is {@code other} or a later release. */
    public boolean isAtLeast(ServerVersion other) {
        return compareTo(other) >= 0;
    }

    @Override
    public int compareTo(ServerVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
