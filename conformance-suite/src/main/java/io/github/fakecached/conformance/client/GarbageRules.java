package io.github.fakecached.conformance.client;

import static io.github.fakecached.fault.CommandMatcher.withKey;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.conformance.rule.Checks;
import java.util.List;
import java.util.function.Function;

/** What is no answer is a failure: neither data nor a miss. The client may wait for more until its timeout ends. */
final class GarbageRules {

    /** As long as the head of a binary answer, and so none in either protocol. */
    private static final String NONSENSE = "nonsense, and more of it\r\n";

    @Checks("C-GARBAGE-01")
    void nonsenseIsNoAnswerToGet(Trial trial) {
        assertFails(trial, NONSENSE, client -> client.get("k"));
    }

    @Checks("C-GARBAGE-02")
    void nonsenseIsNoAnswerToSet(Trial trial) {
        assertFails(trial, NONSENSE, client -> client.set("k", "new"));
    }

    @Checks("C-GARBAGE-03")
    @Needs(ClientFeature.MULTIGET)
    void nonsenseIsNoAnswerToMultiget(Trial trial) {
        assertFails(trial, NONSENSE, client -> client.getAll(List.of("k", "other")));
    }

    @Checks("C-GARBAGE-04")
    void theValueOfAnotherKeyIsNoAnswer(Trial trial) {
        assertFails(trial, "VALUE other 0 5\r\nwrong\r\nEND\r\n", client -> client.get("k"));
    }

    @Checks("C-GARBAGE-05")
    void theAnswerToAnotherRequestIsNoAnswer(Trial trial) {
        // A get's answer of four bytes of extras and the value "wrong", whose opaque no client has begun with.
        assertFails(
                trial,
                "\u0081\0\0\0\u0004\0\0\0\0\0\0\u0009{\u00fe\u00dc\u00ba\0\0\0\0\0\0\0\u0001\0\0\0\0wrong",
                client -> client.get("k"));
    }

    @Checks("C-GARBAGE-06")
    void theAnswerOfAnotherCommandIsNoMiss(Trial trial) {
        assertFails(trial, "STORED\r\n", client -> client.get("k"));
    }

    @Checks("C-GARBAGE-07")
    void aValueThatIsLongerThanItsLengthIsNoAnswer(Trial trial) {
        assertFails(trial, "VALUE k 0 3\r\nvalue\r\nEND\r\n", client -> client.get("k"));
    }

    @Checks("C-GARBAGE-08")
    void aLengthThatIsNoNumberIsNoAnswer(Trial trial) {
        assertFails(trial, "VALUE k 0 five\r\nvalue\r\nEND\r\n", client -> client.get("k"));
    }

    @Checks("C-GARBAGE-09")
    @Needs(ClientFeature.INCR)
    void aNumberThatIsNoneIsNoAnswer(Trial trial) {
        assertFails(trial, "fifteen\r\n", client -> client.incr("k", 1));
    }

    @Checks("C-GARBAGE-10")
    void afterNonsenseTheClientIsOfUseAgain(Trial trial) {
        var client = trial.impatientClient();
        trial.memcached().contents().put("other", "its own");
        var fault = garble(trial, NONSENSE);
        client.get("k");
        fault.remove();
        assertThat(trial.eventually(() -> client.get("other"))).contains("its own");
    }

    private static void assertFails(Trial trial, String reply, Function<Subject, Answer<?>> call) {
        var client = trial.attentiveClient();
        trial.memcached().contents().put("k", "1");
        var fault = garble(trial, reply);
        call.apply(client).assertFailed("the server answers " + Shown.of(reply));
        Inconclusive.unless(fault.hits() > 0, "the client gave up before it had sent its request");
    }

    private static io.github.fakecached.fault.InstalledFault garble(Trial trial, String reply) {
        return trial.memcached().faults().on(withKey("k")).duringReply().garbage(reply.getBytes(ISO_8859_1));
    }
}
