package io.github.fakecached.junit.assertj;

import io.github.fakecached.journal.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Some exchanges of a journal, and in words what they were picked by. Immutable.
 *
 * @param journal all exchanges, the oldest first
 * @param exchanges those picked, the same objects in the same order
 * @param criteria what was asked of them; nothing if all are meant
 */
record PickedExchanges(List<Exchange> journal, List<Exchange> exchanges, List<String> criteria) {

    static PickedExchanges all(List<Exchange> journal) {
        return new PickedExchanges(journal, journal, List.of());
    }

    PickedExchanges by(String criterion, Predicate<Exchange> which) {
        return with(criterion, exchanges.stream().filter(which).toList());
    }

    PickedExchanges with(String criterion, List<Exchange> fewer) {
        List<String> more = new ArrayList<>(criteria);
        more.add(criterion);
        return new PickedExchanges(journal, fewer, List.copyOf(more));
    }

    /** Goes behind the word journal; nothing if it has no exchanges, or those of several nodes. */
    String nodeInWords() {
        List<String> nodes = journal.stream().map(Exchange::node).distinct().toList();
        return nodes.size() == 1 ? " of node \"" + nodes.get(0) + "\"" : "";
    }

    /** So many of them, in words. */
    String count(int expected) {
        return (expected == 0 ? "no" : expected) + (expected == 1 ? " exchange" : " exchanges") + criteriaInWords();
    }

    /** Goes behind what is expected of them. */
    String criteriaInWords() {
        return criteria.isEmpty() ? "" : " with " + String.join(" and ", criteria);
    }

    /** How many there are, in words, before an excerpt in which they are marked. */
    String found() {
        if (journal.isEmpty()) {
            return "but it is empty.";
        } else if (exchanges.isEmpty()) {
            return "but there is none:";
        }
        return "but there " + (exchanges.size() == 1 ? "is 1" : "are " + exchanges.size())
                + (criteria.isEmpty() ? ":" : ", marked with >:");
    }

    /** Nothing is marked if all are meant. */
    List<Exchange> marked() {
        return criteria.isEmpty() ? List.of() : exchanges;
    }
}
