package io.github.fakecached.conformance.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.fakecached.conformance.rule.Checks;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A property that cannot fail proves nothing. So each has to notice when a server that has told the truth so far lies in the end. */
class EveryPropertyCanFailTest {

    @TestFactory
    Stream<DynamicNode> onALiar() {
        return Stream.of(Book.values())
                .map(book -> dynamicContainer(
                        book.toString(),
                        book.properties()
                                .map(OneProperty::new)
                                .map(property -> dynamicTest(property.toString(), () -> expectFailure(property)))));
    }

    private static void expectFailure(OneProperty property) throws Exception {
        assertThat(property.failure()).as("how %s fails on a liar", property).isPresent();
    }

    @Test
    void aPropertyThatOnlyAsksIsFoundOut() throws Exception {
        assertThat(property("onlyAsks").failure()).isEmpty();
    }

    @Test
    void aPropertyThatLooksForWhatNobodySaysIsFoundOut() throws Exception {
        assertThat(property("looksForWhatNobodySays").failure()).isEmpty();
    }

    @Test
    void aPropertyThatLooksAtEachOfNoneIsFoundOut() throws Exception {
        assertThat(property("looksAtWhatMayBeMissing").failure()).isEmpty();
    }

    @Test
    void aPropertyThatLooksFails() throws Exception {
        assertThat(property("looks").failure().orElseThrow()).startsWith("expected END\\r\\n");
    }

    private static OneProperty property(String name) throws NoSuchMethodException {
        return new OneProperty(Some.class.getDeclaredMethod(name, TextClient.class));
    }

    /** Properties that prove nothing, and one that does. */
    static class Some extends TextRules {

        @Example
        @Checks("T-DELETE-01")
        void onlyAsks(TextClient client) {
            client.store("k", "v");
            client.ask("delete k");
            client.ask("get k");
        }

        @Example
        @Checks("T-DELETE-01")
        void looksForWhatNobodySays(TextClient client) {
            client.store("k", "v");
            for (var line : new String[] {"delete k", "get k"}) {
                if (client.ask(line).contains("VALUE")) {
                    throw new AssertionError("the item is still there");
                }
            }
        }

        @Example
        @Checks("T-DELETE-01")
        void looksAtWhatMayBeMissing(TextClient client) {
            client.ask("delete k");
            client.item("k").ifPresent(item -> {
                throw new AssertionError("the item is still there");
            });
        }

        @Example
        @Checks("T-DELETE-01")
        void looks(TextClient client) {
            client.store("k", "v");
            client.ask("delete k");
            client.expectNone("k");
        }
    }
}
