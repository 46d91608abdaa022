package io.github.fakecached.junit.assertj;

import io.github.fakecached.journal.Exchange;
import io.github.fakecached.journal.JournalRenderer;
import java.util.List;
import org.assertj.core.presentation.StandardRepresentation;

/** How AssertJ's own assertions about lists show exchanges: as lines of their journal. */
final class JournalRepresentation extends StandardRepresentation {

    private final List<Exchange> journal;

    JournalRepresentation(List<Exchange> journal) {
        this.journal = journal;
    }

    @Override
    public String toStringOf(Object object) {
        if (object instanceof Exchange exchange) {
            return JournalRenderer.lines(List.of(exchange));
        }
        if (object instanceof List<?> list && !list.isEmpty() && list.stream().allMatch(Exchange.class::isInstance)) {
            List<Exchange> exchanges = list.stream().map(Exchange.class::cast).toList();
            return "the exchanges marked with >\n" + JournalExcerpt.marking(exchanges, journal);
        }
        return super.toStringOf(object);
    }
}
