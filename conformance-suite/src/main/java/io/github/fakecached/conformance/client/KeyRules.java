package io.github.fakecached.conformance.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.journal.Exchange;
import io.github.fakecached.journal.JournalRenderer;
import io.github.fakecached.journal.Outcome;
import java.util.List;

/** Which keys a client sends, and which it must refuse before it sends anything. */
final class KeyRules {

    private static final String GOOD = "good";

    @Checks("C-KEY-01")
    void anEmptyKeyIsRefused(Trial trial) {
        assertRefused(trial, "");
    }

    @Checks("C-KEY-02")
    void aKeyOf251BytesIsRefused(Trial trial) {
        assertRefused(trial, "k".repeat(251));
    }

    @Checks("C-KEY-03")
    @Needs(ClientFeature.UNICODE_KEYS)
    void theLengthOfAKeyIsCountedInBytes(Trial trial) {
        assertRefused(trial, "é".repeat(126));
    }

    @Checks("C-KEY-04")
    void aBlankIsRefused(Trial trial) {
        assertRefused(trial, "a b");
    }

    @Checks("C-KEY-05")
    void aLineEndIsRefused(Trial trial) {
        assertRefused(trial, "a\r\nset b 0 0 1\r\nx");
        assertRefused(trial, "a\nb");
    }

    @Checks("C-KEY-06")
    void aControlCharacterIsRefused(Trial trial) {
        assertRefused(trial, "a\u0007b");
        assertRefused(trial, "a\tb");
    }

    @Checks("C-KEY-07")
    void aKeyOf250BytesIsSent(Trial trial) {
        assertWorks(trial, "k".repeat(250));
    }

    @Checks("C-KEY-08")
    @Needs(ClientFeature.UNICODE_KEYS)
    void aKeyThatIsNotAsciiIsSentAsUtf8(Trial trial) {
        assertWorks(trial, "schlüssel:键");
    }

    @Checks("C-KEY-09")
    @Needs(ClientFeature.MULTIGET)
    void aBadKeyOfSeveralIsRefused(Trial trial) {
        var client = prepared(trial);
        for (var bad : List.of("", "k".repeat(251))) {
            client.getAll(List.of(GOOD, bad)).assertFailed("one of the keys is not allowed");
            assertNothingElseIsSent(trial, bad);
        }
    }

    /** A client that has sent what it sends of its own when it connects. */
    private static Subject prepared(Trial trial) {
        trial.memcached().contents().put(GOOD, "value");
        trial.client().get(GOOD).result();
        trial.memcached().journal().clear();
        return trial.client();
    }

    private static void assertRefused(Trial trial, String key) {
        var client = prepared(trial);
        client.get(key).assertFailed("the key is not allowed");
        client.set(key, "other", 0).assertFailed("the key is not allowed");
        client.delete(key).assertFailed("the key is not allowed");
        assertNothingElseIsSent(trial, key);
    }

    private static void assertNothingElseIsSent(Trial trial, String key) {
        assertThat(trial.eventually(() -> trial.client().get(GOOD)))
                .as("the answer to the next request")
                .contains("value");
        assertThat(JournalRenderer.lines(trial.memcached().journal().exchanges(KeyRules::isNotForTheGoodKey)))
                .as("what was sent because of %s", Shown.of(key))
                .isEmpty();
        assertThat(trial.memcached().contents().size()).as("number of items").isEqualTo(1);
    }

    private static boolean isNotForTheGoodKey(Exchange exchange) {
        return exchange.outcome() == Outcome.ERROR
                || exchange.outcome() == Outcome.CLOSED
                || (!exchange.keys().isEmpty() && !exchange.keys().equals(List.of(GOOD)));
    }

    private static void assertWorks(Trial trial, String key) {
        var client = trial.client();
        assertThat(client.set(key, "value").result()).as("stored").isTrue();
        assertThat(trial.memcached().contents().get(key.getBytes(UTF_8)))
                .as("the item of that key")
                .isPresent();
        assertThat(client.get(key).result()).contains("value");
        assertThat(client.delete(key).result()).as("deleted").isTrue();
    }
}
