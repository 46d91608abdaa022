package io.github.fakecached.junit.assertj;

import io.github.fakecached.journal.Exchange;
import io.github.fakecached.journal.JournalRenderer;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Those lines of a journal that explain a failure: marked exchanges, and what is near them. So few that a message stays short. */
final class JournalExcerpt {

    private static final int MOST_EXCHANGES = 14;
    private static final double MILLIS_PER_SECOND = 1e3;

    private final List<Exchange> exchanges;
    private final Set<Exchange> marked = Collections.newSetFromMap(new IdentityHashMap<>());

    private JournalExcerpt(List<Exchange> exchanges, Collection<? extends Exchange> marked) {
        this.exchanges = exchanges;
        this.marked.addAll(marked);
    }

    /** A line for each exchange, those that are meant marked with {@code >}. */
    static String marking(Collection<? extends Exchange> marked, List<Exchange> journal) {
        return new JournalExcerpt(journal, marked).lines(index -> "");
    }

    /** The same with the time that has passed since the exchange before. */
    static String timing(List<Exchange> attempts, Function<Exchange, Instant> clock, Collection<Exchange> marked) {
        return new JournalExcerpt(attempts, marked)
                .lines(index -> index == 0 ? "" : signed(delay(attempts, index, clock)));
    }

    /** How much later an exchange began than the one before it; the first has none. */
    static Duration delay(List<Exchange> attempts, int index, Function<Exchange, Instant> clock) {
        return Duration.between(clock.apply(attempts.get(index - 1)), clock.apply(attempts.get(index)));
    }

    /** As a number of seconds. */
    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3f s", duration.toMillis() / MILLIS_PER_SECOND);
    }

    private static String signed(Duration duration) {
        return (duration.isNegative() ? "" : "+") + seconds(duration);
    }

    private String lines(IntFunction<String> margin) {
        int[] shown = mostRelevant();
        List<String> margins = IntStream.of(shown).mapToObj(margin).toList();
        int width = margins.stream().mapToInt(String::length).max().orElse(0);
        List<String> lines = JournalRenderer.lines(
                        IntStream.of(shown).mapToObj(exchanges::get).toList())
                .lines()
                .toList();
        String text = IntStream.range(0, shown.length)
                .mapToObj(line -> (isMarked(shown[line]) ? "> " : "  ")
                        + " ".repeat(width - margins.get(line).length())
                        + margins.get(line)
                        + (width == 0 ? "" : " ")
                        + lines.get(line))
                .collect(Collectors.joining("\n"));
        return shown.length == exchanges.size()
                ? text
                : text + "\n  (" + shown.length + " of " + exchanges.size() + " exchanges)";
    }

    /** Marked ones before others, and then those nearest to the last marked one, or to the end. In the order of the journal. */
    private int[] mostRelevant() {
        int end = exchanges.size() - 1;
        int centre = IntStream.rangeClosed(0, end).filter(this::isMarked).max().orElse(end);
        return IntStream.rangeClosed(0, end)
                .boxed()
                .sorted(Comparator.comparing((Integer index) -> !isMarked(index))
                        .thenComparing(index -> Math.abs(index - centre)))
                .limit(MOST_EXCHANGES)
                .sorted()
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private boolean isMarked(int index) {
        return marked.contains(exchanges.get(index));
    }
}
