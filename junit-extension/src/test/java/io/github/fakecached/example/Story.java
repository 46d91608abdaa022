package io.github.fakecached.example;

import io.github.fakecached.FakeMemcached;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Prints what happens, each line with the time on the fake's clock, which begins at nine and stands still between jumps. */
final class Story {

    private static final Instant NINE = Instant.parse("2030-01-01T09:00:00Z");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEE HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final FakeMemcached memcached;
    private final long began = System.nanoTime();

    private Story(FakeMemcached memcached) {
        this.memcached = memcached;
    }

    static Story begin(String title, FakeMemcached memcached) {
        memcached.clock().pause();
        memcached.clock().setTime(NINE);
        System.out.println();
        System.out.println(title + "   [" + memcached + "]");
        return new Story(memcached);
    }

    void tell(String sentence) {
        System.out.println("  " + TIME.format(memcached.clock().now()) + "   " + sentence);
    }

    void later(Duration duration) {
        memcached.clock().advance(duration);
        System.out.println("                 ... " + words(duration) + " pass on the fake's clock");
    }

    void end() {
        System.out.println("  The end, after " + (System.nanoTime() - began) / 1_000_000 + " ms of your time.");
    }

    private static String words(Duration duration) {
        return duration.toString()
                .substring(2)
                .replaceAll("(\\d)([HMS])", "$1 $2 ")
                .replace("H", "h")
                .replace("M", "min")
                .replace("S", "s")
                .trim();
    }
}
