package io.github.fakecached.conformance.property;

import static io.github.fakecached.conformance.wire.BinaryMessage.request;

import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.wire.BinaryMessage;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What requests and answers look like, whatever they are about. */
class BinaryHeadProperties extends BinaryRules {

    @Property
    @Checks("B-HEAD-01")
    void answersRepeatOpcodeAndOpaque(
            @ForAll @LongRange(max = 0xffff_ffffL) long opaque, @ForAll("keys") String key, BinaryClient client) {
        // one() compares both.
        client.one(keyed(GET, key).withOpaque(opaque));
        client.one(store(SET, key, 0, 0, "v").withOpaque(opaque));
        client.one(keyed(GETKQ, key).withOpaque(opaque));
        client.one(keyed(DELETE, key).withOpaque(opaque));
        client.one(keyed(DELETEQ, key).withOpaque(opaque));
    }

    @Property(tries = 20)
    @Checks("B-HEAD-02")
    void dataTypeAndVbucketAreNotLookedAt(
            @ForAll @IntRange(max = 255) int dataType,
            @ForAll @IntRange(max = 65_535) int vbucket,
            BinaryClient client) {
        var get = keyed(GET, "k");
        var answer = client.expect(Status.NOT_FOUND, with(get, get.magic(), dataType, vbucket, get.bodyLength()));
        if (answer.magic() != 0x81 || answer.dataType() != 0) {
            throw new AssertionError("expected magic 81 and data type 0");
        }
    }

    @Property(tries = 20)
    @Checks("B-HEAD-03")
    void anotherFirstByteCloses(@ForAll @IntRange(max = 255) int magic, BinaryClient client) {
        var noop = bare(NOOP);
        if (magic != 0x80) {
            client.expectClose(with(noop, magic, 0, 0, 0).bytes());
        }
    }

    @Property(tries = 20)
    @Checks("B-HEAD-04")
    void aBodyHoldsItsParts(@ForAll @IntRange(max = 2) int bodyLength, BinaryClient client) {
        var get = keyed(GET, "key");
        client.expectClose(Status.UNKNOWN, with(get, get.magic(), 0, 0, bodyLength));
    }

    @Example
    @Checks("B-HEAD-05")
    void aKeyTooLongCloses(BinaryClient client) {
        client.expect(Status.NOT_FOUND, keyed(GET, "k".repeat(250)));
        client.expectClose(Status.INVALID, keyed(GET, "k".repeat(251)));
    }

    @Property(tries = 60)
    @Checks("B-HEAD-06")
    void partsThatDoNotBelongClose(@ForAll @IntRange(max = 13) int which, BinaryClient client) {
        var wrong = List.of(
                bare(GET),
                request(GET, "1234", "k", ""),
                request(GET, "", "k", "v"),
                join(SET, "k", "v"),
                store(SET, "", 0, 0, "v"),
                request(DELETE, "1234", "k", ""),
                request(DELETE, "", "k", "v"),
                keyed(INCREMENT, "k"),
                request(APPEND, "1234", "k", "v"),
                keyed(NOOP, "k"),
                keyed(VERSION, "k"),
                request(FLUSH, "12", "", ""),
                keyed(TOUCH, "k"),
                keyed(GAT, "k"));
        client.expectClose(Status.INVALID, wrong.get(which));
    }

    @Property(tries = 20)
    @Checks("B-HEAD-07")
    void anUnknownOpcodeIsAnswered(@ForAll @IntRange(min = 0x25, max = 0xff) int opcode, BinaryClient client) {
        client.expect(Status.UNKNOWN, bare(opcode));
        client.expect(Status.UNKNOWN, request(opcode, "", "", "value"));
        client.expect(Status.SUCCESS, bare(NOOP));
    }

    @Example
    @Checks("B-HEAD-08")
    void anErrorIsSentBeforeWhatFollowsItsValue(BinaryClient client) {
        var tooLarge = store(SET, "k", 0, 0, "v".repeat(LARGEST + 1));
        client.expectClose(
                Status.TOO_LARGE,
                new BinaryMessage(
                        tooLarge.magic(),
                        tooLarge.opcode(),
                        tooLarge.keyLength(),
                        tooLarge.extrasLength(),
                        0,
                        0,
                        tooLarge.bodyLength(),
                        0,
                        tooLarge.cas(),
                        tooLarge.body() + "no request, and as long as a head"));
    }

    @Property(tries = 20)
    @Checks("B-PIPE-01")
    void requestsAreAnsweredInTheirOrder(@ForAll @IntRange(min = 2, max = 200) int count, BinaryClient client) {
        var requests = IntStream.range(0, count)
                .mapToObj(i -> (i % 3 == 0 ? store(SET, "k", 0, 0, "v" + i) : keyed(GET, "k")).withOpaque(i))
                .toArray(BinaryMessage[]::new);
        var opaques = client.ask(requests).stream().map(BinaryMessage::opaque).toList();
        if (!opaques.equals(IntStream.range(0, count).mapToObj(i -> (long) i).toList())) {
            throw new AssertionError("expected the answers in the order of the requests");
        }
    }

    @Example
    @Checks("B-PIPE-02")
    void aQuietBatchAnswersTheUnexpected(BinaryClient client) {
        var answers = client.ask(
                store(SETQ, "a", 0, 0, "1"),
                store(SETQ, "b", 0, 0, "2"),
                keyed(GETQ, "a"),
                keyed(GETQ, "missing"),
                store(ADDQ, "a", 0, 0, "3"),
                keyed(GETQ, "b"),
                keyed(DELETEQ, "a"),
                keyed(DELETEQ, "a"),
                bare(NOOP));
        var said = answers.stream()
                .map(answer -> "%02x %x %s".formatted(answer.opcode(), answer.status(), answer.value()))
                .toList();
        if (!said.equals(List.of("09 0 1", "12 2 Data exists for key.", "09 0 2", "14 1 Not found", "0a 0 "))) {
            throw new AssertionError("expected two hits, two errors and the no-op, but: " + said);
        }
    }

    private static BinaryMessage with(BinaryMessage from, int magic, int dataType, int vbucket, long bodyLength) {
        return new BinaryMessage(
                magic,
                from.opcode(),
                from.keyLength(),
                from.extrasLength(),
                dataType,
                vbucket,
                bodyLength,
                from.opaque(),
                from.cas(),
                from.body());
    }
}
