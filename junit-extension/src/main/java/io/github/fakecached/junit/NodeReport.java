package io.github.fakecached.junit;

import io.github.fakecached.FakeMemcached;
import io.github.fakecached.StoredItem;
import io.github.fakecached.clock.ControllableClock;
import io.github.fakecached.fault.InstalledFault;
import io.github.fakecached.journal.Exchange;
import io.github.fakecached.journal.JournalRenderer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is to be known of a node when a test has failed: where it is, its time, what it holds, what it was asked last. As lines of text. */
final class NodeReport {

    private static final int MOST_KEYS = 5;
    private static final int LONGEST_KEY = 40;
    /** The two clocks drift, and are not read at once. */
    private static final Duration UNNOTICED = Duration.ofMillis(100);

    private static final double MILLIS_PER_SECOND = 1e3;

    private final String name;
    private final FakeMemcached memcached;
    private final List<Exchange> exchanges;

    NodeReport(String name, FakeMemcached memcached) {
        this.name = name;
        this.memcached = memcached;
        this.exchanges = memcached.journal().exchanges();
    }

    boolean hasExchanges() {
        return !exchanges.isEmpty();
    }

    /** All of it, with so many exchanges at most. */
    Stream<String> lines(int mostExchanges) {
        Stream<String> details = Stream.of(Stream.of(when(), items()), faults(), lastExchanges(mostExchanges))
                .flatMap(lines -> lines);
        return Stream.concat(Stream.of(where()), details.map(line -> "  " + line));
    }

    /** For a node that was not asked anything, beside others that were. */
    String line() {
        return where() + ": no exchanges";
    }

    private String where() {
        return "node \"" + name + "\", " + memcached;
    }

    private String when() {
        ControllableClock clock = memcached.clock();
        Duration ahead = Duration.between(Instant.now(), clock.now());
        boolean moved = ahead.abs().compareTo(UNNOTICED) > 0;
        String distance = String.format(Locale.ROOT, "%.1f s", ahead.abs().toMillis() / MILLIS_PER_SECOND);
        return "virtual time " + clock
                + (moved
                        ? ", " + distance + (ahead.isNegative() ? " behind" : " ahead of") + " the system's clock"
                        : "");
    }

    private String items() {
        if (!memcached.isRunning()) {
            return "items not known while it is stopped";
        }
        try {
            List<StoredItem> items = memcached.contents().items();
            int bytes = items.stream().mapToInt(item -> item.value().length).sum();
            return switch (items.size()) {
                case 0 -> "no items";
                case 1 -> "1 item, with a value of " + bytes + " bytes: " + keys(items);
                default -> items.size() + " items, with values of " + bytes + " bytes in all: " + keys(items);
            };
        } catch (IllegalStateException e) {
            return "items not known: " + e.getMessage();
        }
    }

    private static String keys(List<StoredItem> items) {
        return items.stream()
                        .map(item -> readable(item.keyAsString()))
                        .sorted()
                        .limit(MOST_KEYS)
                        .collect(Collectors.joining(", "))
                + (items.size() > MOST_KEYS ? ", ..." : "");
    }

    /** In one line, whatever it is. */
    private static String readable(String key) {
        String printable = key.replaceAll("\\p{C}", "?");
        return printable.length() <= LONGEST_KEY ? printable : printable.substring(0, LONGEST_KEY) + "...";
    }

    private Stream<String> faults() {
        List<InstalledFault> faults = memcached.faults().list();
        return faults.stream().map(fault -> "fault in force: " + fault);
    }

    private Stream<String> lastExchanges(int most) {
        if (exchanges.isEmpty()) {
            return Stream.of(memcached.journal().capacity() == 0 ? "the journal is switched off" : "no exchanges");
        }
        List<Exchange> last = exchanges.subList(Math.max(0, exchanges.size() - most), exchanges.size());
        String count = last.size() == exchanges.size()
                ? "exchanges:"
                : "last " + last.size() + " of " + exchanges.size() + " exchanges:";
        return Stream.concat(Stream.of(count), JournalRenderer.lines(last).lines());
    }
}
