package io.github.fakecached.conformance.lockstep;

import static io.github.fakecached.conformance.wire.BinaryMessage.number;

import io.github.fakecached.conformance.wire.BinaryMessage;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Binary requests that no client should send: with another layout than their opcode's, or with a header that was damaged. As
 * much is sent as the header announces, so that no server is left waiting for more.
 */
final class HostileHeads {

    /** More than that may not be read by a server that answers and closes at once, and its answer be lost with a reset. */
    private static final int MOST = 2_000;

    /** The longest body that any server reads; all that announce more are refused by their header alone. */
    private static final long LONGEST_BODY = 1L << 30;

    private HostileHeads() {}

    /** Any opcode with any layout. */
    static Arbitrary<String> otherLayouts() {
        return Combinators.combine(
                        Arbitraries.of(Opcodes.all()),
                        Arbitraries.of(0, 0, 4, 8, 20, 21).map("e"::repeat),
                        Arbitraries.of("", "a", "b", "k".repeat(250), "k".repeat(251)),
                        Arbitraries.frequencyOf(
                                Tuple.of(3, Arbitraries.of("", "v", "v".repeat(24), "5")),
                                Tuple.of(1, anotherRequest())))
                .as((opcode, extras, key, value) -> settled(
                        BinaryMessage.request(opcode, extras, key, value).bytes()));
    }

    /** A flush is followed by a look for all, as any other. */
    private static String settled(String request) {
        return Opcodes.FLUSH.contains((int) request.charAt(1)) ? request + Keys.lookForAllInBinary() : request;
    }

    /** What a server that does not expect a value may take for the next request. */
    private static Arbitrary<String> anotherRequest() {
        return Arbitraries.of(Opcodes.NOOP, Opcodes.GET)
                .map(opcode -> BinaryMessage.request(opcode, "", "", "").bytes());
    }

    /** A good request whose header was damaged. */
    static Arbitrary<String> damaged(Arbitrary<BinaryMessage> requests) {
        return Combinators.combine(requests, damages()).as((request, damage) -> {
            var good = request.bytes();
            var bad = damage.apply(good);
            long missing = awaited(bad) - request.body().length();
            boolean leavesWhatLooksLikeAHead =
                    missing < 0 && request.body().charAt((int) awaited(bad)) == (char) request.magic();
            return missing > MOST || leavesWhatLooksLikeAHead
                    ? good
                    : settled(bad + "x".repeat((int) Math.max(0, missing)));
        });
    }

    /** A server reads as many bytes as key and extras should have before it looks at the header; then a body, if it takes it. */
    private static long awaited(String head) {
        long keyAndExtras = number(head.substring(2, 4)) + head.charAt(4);
        long body = number(head.substring(8, 12));
        return body > LONGEST_BODY ? keyAndExtras : Math.max(body, keyAndExtras);
    }

    private static Arbitrary<UnaryOperator<String>> damages() {
        var changed = Combinators.combine(
                        Arbitraries.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 11, 3, 4),
                        Arbitraries.oneOf(
                                Arbitraries.of(0, 1, 4, 8, 20, 250, 255),
                                Arbitraries.integers().between(0, 255)))
                .as((at, to) -> (UnaryOperator<String>) head -> with(head, at, to));
        var flipped = Combinators.combine(
                        Arbitraries.integers().between(0, 11),
                        Arbitraries.integers().between(0, 7))
                .as((at, bit) -> (UnaryOperator<String>) head -> with(head, at, head.charAt(at) ^ 1 << bit));
        return Arbitraries.oneOf(changed, flipped);
    }

    private static String with(String head, int at, int to) {
        return head.substring(0, at) + (char) to + head.substring(at + 1);
    }
}
