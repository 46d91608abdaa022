package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.wire.BinaryMessage;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** stat and its kinds. */
class BinaryStatProperties extends BinaryRules {

    private static final Pattern STATISTIC = Pattern.compile("STAT (\\S+) [^\r\n]*\r\n");

    @Property(tries = 10)
    @Checks("B-OTHER-04")
    void everyAnswerHasTheOpaque(@ForAll @LongRange(max = 0xffff_ffffL) long opaque, BinaryClient client) {
        for (var kind : List.of("", "settings", "slabs")) {
            var answers = client.ask(keyed(STAT, kind).withOpaque(opaque));
            if (answers.isEmpty()) {
                throw new AssertionError("expected an answer at least");
            }
            for (var answer : answers) {
                if (answer.opaque() != opaque || answer.opcode() != STAT || answer.status() != 0) {
                    throw new AssertionError("expected the opaque and opcode in every answer");
                }
            }
        }
    }

    @Example
    @Checks("B-OTHER-05")
    void kindsTellWhatTheyTellInText(BinaryClient client, TextClient text) {
        text.store("k", "v");
        for (var kind : List.of("", "settings", "items", "slabs", "sizes")) {
            var answers = client.ask(keyed(STAT, kind));
            var names = answers.stream().map(BinaryMessage::key).toList();
            var expected = Stream.concat(
                            STATISTIC
                                    .matcher(text.ask(("stats " + kind).strip()))
                                    .results()
                                    .map(line -> line.group(1)),
                            Stream.of(""))
                    .toList();
            if (!names.equals(expected)) {
                throw new AssertionError("expected the statistics " + expected + " and not " + names);
            }
        }
    }

    @Example
    @Checks("B-OTHER-06")
    void resetForgetsWhatWasCounted(BinaryClient client, TextClient text) {
        client.ask(keyed(GET, "missing"));
        client.expect(Status.SUCCESS, keyed(STAT, "reset"));
        if (!text.ask("stats").contains("STAT cmd_get 0\r\n")) {
            throw new AssertionError("expected that no get has been counted");
        }
    }

    @Example
    @Checks("B-OTHER-07")
    void prefixesAreCountedWhileThatIsOn(BinaryClient client) {
        client.expect(Status.SUCCESS, keyed(STAT, "detail on"));
        client.ask(keyed(STAT, "reset"));
        client.ask(store(SETQ, "conformance:k", 0, 0, "v"), keyed(GETQ, "conformance:k"));
        client.expect(Status.SUCCESS, keyed(STAT, "detail off"));
        var dump = client.ask(keyed(STAT, "detail dump")).get(0);
        if (!dump.key().equals("detailed")
                || !dump.value().contains("PREFIX conformance get 1 hit 1 set 1 del 0\r\n")
                || !dump.value().endsWith("END\r\n")) {
            throw new AssertionError("expected what was counted of a prefix, but: " + dump.value());
        }
        client.expect(Status.NOT_FOUND, keyed(STAT, "detail"));
    }

    @Example
    @Checks("B-OTHER-08")
    void someKindsAreOfTextAlone(BinaryClient client) {
        for (var kind : List.of("conns", "cachedump 1 1", "nothing")) {
            client.expect(Status.NOT_FOUND, keyed(STAT, kind));
        }
    }

    @Example
    @Checks("B-OTHER-03")
    void statEndsWithAnEmptyAnswer(BinaryClient client) {
        var answers = client.ask(bare(STAT));
        var last = answers.get(answers.size() - 1);
        if (answers.size() < 50
                || !last.body().isEmpty()
                || !answers.get(0).key().equals("pid")) {
            throw new AssertionError("expected statistics and an empty answer");
        }
        client.expect(Status.NOT_FOUND, keyed(STAT, "nothing"));
    }
}
