package io.github.fakecached.junit.assertj;

import io.github.fakecached.journal.Exchange;
import io.github.fakecached.protocol.CommandNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Commands in the order in which a test expects them, each standing for the requests that its name does. */
final class CommandOrder {

    private final List<String> names;

    /**
     * Names in their order.
     *
     * @throws IllegalArgumentException if there are none, or no command has one of them
     */
    CommandOrder(String... names) {
        if (names.length == 0) {
            throw new IllegalArgumentException("name at least one command; isEmpty() expects none at all");
        }
        this.names = List.of(names);
        this.names.forEach(CommandNames::requestsOf);
    }

    /**
     * Where exchanges differ from what is expected.
     *
     * @param words what is wrong
     * @param marked the exchanges that the words speak of
     */
    record Deviation(String words, List<Exchange> marked) {}

    boolean includes(Exchange exchange) {
        return names.stream().anyMatch(name -> isNamed(exchange, name));
    }

    /** Each exchange is the next command, and none is left over. */
    Optional<Deviation> differsFrom(List<? extends Exchange> exchanges) {
        for (int i = 0; i < exchanges.size(); i++) {
            if (i == names.size()) {
                return Optional.of(
                        new Deviation("but the one marked with > is one too many:", List.of(exchanges.get(i))));
            }
            if (!isNamed(exchanges.get(i), names.get(i))) {
                return Optional.of(new Deviation(
                        "but the one marked with > should be " + names.get(i) + ":", List.of(exchanges.get(i))));
            }
        }
        return exchanges.size() == names.size() ? Optional.empty() : Optional.of(lackOf(exchanges.size(), exchanges));
    }

    /** The commands come one after the other, with others between them or not. */
    Optional<Deviation> isNotWithin(List<? extends Exchange> exchanges) {
        List<Exchange> found = new ArrayList<>();
        for (Exchange exchange : exchanges) {
            if (found.size() < names.size() && isNamed(exchange, names.get(found.size()))) {
                found.add(exchange);
            }
        }
        return found.size() == names.size() ? Optional.empty() : Optional.of(lackOf(found.size(), found));
    }

    private Deviation lackOf(int index, List<? extends Exchange> before) {
        return before.isEmpty()
                ? new Deviation("but there is no " + names.get(index) + ":", List.of())
                : new Deviation(
                        "but no " + names.get(index) + " follows the one marked with >:",
                        List.of(before.get(before.size() - 1)));
    }

    private static boolean isNamed(Exchange exchange, String name) {
        return CommandNames.requestsOf(name).contains(exchange.command());
    }

    @Override
    public String toString() {
        return String.join(", ", names);
    }
}
