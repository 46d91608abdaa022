package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.model.Answer;
import io.github.fakecached.conformance.model.ItemCommand;
import io.github.fakecached.conformance.model.ItemCommand.Verb;
import io.github.fakecached.conformance.model.TextModel;
import io.github.fakecached.conformance.wire.BinaryMessage;
import io.github.fakecached.conformance.wire.Dialect;
import io.github.fakecached.conformance.wording.Wording;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A server, the model that foretells what it answers, and which of the model's stamps the server gave which unique. */
final class ForetoldServer {

    /** No server has counted so far. */
    private static final String NOBODYS = "18446744073709551615";

    private final TextClient client = CurrentRun.get().client();
    private final TextModel model = new TextModel();
    private final Map<String, Integer> stamps = new LinkedHashMap<>();

    ForetoldServer() {
        client.begin();
    }

    /** Asks in a dialect, and sees that the answer is the one foretold. */
    void ask(Dialect dialect, ItemCommand command) {
        var words = command.answeredBy(model, stamps.getOrDefault(command.unique(), 0));
        var wording = Wording.of(dialect);
        var answer = wording.answer(command, reply(dialect, wording.request(command)));
        if (!answer.words().equals(words)) {
            throw new AssertionError("the model foretells " + words);
        }
        if (command.verb() == Verb.GETS && !words.equals(Answer.MISS)) {
            know(answer.unique(), model.item(command.key()).orElseThrow().stamp());
        }
    }

    /** A cas over one of the uniques that were seen, the item's own or another, or over one that nobody has. */
    void cas(Dialect dialect, String key, String value, int which) {
        var uniques = List.copyOf(stamps.keySet());
        var own = model.item(key).map(TextModel.Item::stamp).orElse(0);
        var unique = uniques.stream()
                .filter(seen -> which % 2 == 0 && own.equals(stamps.get(seen)))
                .findFirst()
                .orElseGet(() -> uniques.isEmpty() ? NOBODYS : uniques.get(which % uniques.size()));
        ask(dialect, ItemCommand.cas(key, 9, value, unique));
    }

    void flush() {
        client.expect(model.flush(), "flush_all");
    }

    private String reply(Dialect dialect, String request) {
        return dialect == Dialect.BINARY
                ? CurrentRun.get()
                        .binaryClient()
                        .one(BinaryMessage.of(request).orElseThrow())
                        .bytes()
                : client.askBytes(request);
    }

    private void know(String unique, int stamp) {
        boolean another = stamps.entrySet().stream()
                .anyMatch(known -> known.getValue() == stamp && !known.getKey().equals(unique));
        Integer known = stamps.putIfAbsent(unique, stamp);
        if (another || (known != null && known != stamp)) {
            throw new AssertionError("the unique " + unique + " does not tell changes apart: " + stamps);
        }
    }
}
