package io.github.fakecached.conformance.lockstep;

import static io.github.fakecached.conformance.wire.BinaryMessage.number;

import io.github.fakecached.conformance.wire.BinaryMessage;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random requests of the binary protocol with the layout they should have, a method per layout. */
final class BinaryCommands {

    /** 0xffffffff and 0x80000000 are instants in the future here, unlike in the text protocol; 2592001 is one in 1970. */
    private static final List<Long> EXPTIMES =
            List.of(2_592_000L, 2_592_001L, 0x7fffffffL, 0x80000000L, 0xffffffffL, 4_102_444_800L);

    /** In increment and decrement: do not create the item. */
    private static final long NEVER = 0xffffffffL;

    private BinaryCommands() {}

    static Arbitrary<BinaryMessage> retrieval() {
        return keyAlone(Opcodes.RETRIEVAL);
    }

    static Arbitrary<BinaryMessage> delete() {
        return keyAlone(Opcodes.DELETE);
    }

    private static Arbitrary<BinaryMessage> keyAlone(List<Integer> opcodes) {
        return furnished(Combinators.combine(Arbitraries.of(opcodes), Keys.binary())
                .as((opcode, key) -> BinaryMessage.request(opcode, "", key, "")));
    }

    static Arbitrary<BinaryMessage> storage() {
        return furnished(Combinators.combine(
                        Arbitraries.of(Opcodes.STORAGE),
                        Keys.binary(),
                        Arbitraries.of(0L, 0L, 5L, 0xffffffffL),
                        exptime(),
                        DataBlock.value())
                .as((opcode, key, flags, exptime, value) ->
                        BinaryMessage.request(opcode, number(flags, 4) + number(exptime, 4), key, value)));
    }

    static Arbitrary<BinaryMessage> concatenation() {
        return furnished(Combinators.combine(Arbitraries.of(Opcodes.CONCATENATION), Keys.binary(), DataBlock.value())
                .as((opcode, key, value) -> BinaryMessage.request(opcode, "", key, value)));
    }

    static Arbitrary<BinaryMessage> arithmetic() {
        return arithmetic(Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.of(1L, 5L, 10L, 99L)),
                Tuple.of(2, Arbitraries.of(0L, 9L, 1L << 32, Long.MAX_VALUE, Long.MIN_VALUE, -1L, -2L))));
    }

    /** With numbers that do not make a value of 2^63 or more. */
    static Arbitrary<BinaryMessage> smallArithmetic() {
        return arithmetic(Arbitraries.of(0L, 1L, 5L, 99L));
    }

    private static Arbitrary<BinaryMessage> arithmetic(Arbitrary<Long> numbers) {
        return furnished(Combinators.combine(
                        Arbitraries.of(Opcodes.ARITHMETIC),
                        Keys.binary(),
                        numbers,
                        numbers,
                        Arbitraries.oneOf(Arbitraries.of(NEVER), exptime()))
                .as((opcode, key, delta, initial, exptime) -> BinaryMessage.request(
                        opcode, number(delta, 8) + number(initial, 8) + number(exptime, 4), key, "")));
    }

    static Arbitrary<BinaryMessage> touching() {
        return furnished(Combinators.combine(Arbitraries.of(Opcodes.TOUCHING), Keys.binary(), exptime())
                .as((opcode, key, exptime) -> BinaryMessage.request(opcode, number(exptime, 4), key, "")));
    }

    /** Never with a delay of a few seconds: whether those have passed is up to each server's clock. */
    static Arbitrary<BinaryMessage> flush() {
        return Combinators.combine(
                        Arbitraries.of(Opcodes.FLUSH),
                        Arbitraries.of("", "", number(0, 4), number(1000, 4), number(2_592_001, 4), number(NEVER, 4)))
                .as((opcode, delay) -> BinaryMessage.request(opcode, delay, "", ""));
    }

    /** Without what is told of a server in numbers of its own. */
    static Arbitrary<BinaryMessage> administration() {
        return furnished(Arbitraries.frequencyOf(
                Tuple.of(3, bare(List.of(Opcodes.NOOP, 0x0b))),
                Tuple.of(
                        3,
                        Arbitraries.of("reset", "resetxyz", "conns", "nonsense", "cachedump 1 1", "items x", "detail")
                                .map(kind -> BinaryMessage.request(Opcodes.STAT, "", kind, ""))),
                Tuple.of(2, bare(Opcodes.QUIT)),
                Tuple.of(2, bare(Opcodes.UNKNOWN)),
                Tuple.of(
                        2,
                        Combinators.combine(Arbitraries.of(Opcodes.UNKNOWN), DataBlock.value())
                                .as((opcode, value) -> BinaryMessage.request(opcode, "", "", value))),
                Tuple.of(
                        1,
                        Arbitraries.of(Opcodes.SASL)
                                .map(opcode -> BinaryMessage.request(opcode, "", "PLAIN", "\0u\0p")))));
    }

    private static Arbitrary<BinaryMessage> bare(List<Integer> opcodes) {
        return Arbitraries.of(opcodes).map(opcode -> BinaryMessage.request(opcode, "", "", ""));
    }

    private static Arbitrary<Long> exptime() {
        return Arbitraries.frequencyOf(Tuple.of(9, Arbitraries.of(0L, 1000L)), Tuple.of(1, Arbitraries.of(EXPTIMES)));
    }

    /** With an opaque, and with a cas unique: none, the right one, a stale or an impossible one. */
    private static Arbitrary<BinaryMessage> furnished(Arbitrary<BinaryMessage> requests) {
        return Combinators.combine(
                        requests,
                        Arbitraries.of(0L, 1L, 0xdeadbeefL),
                        Arbitraries.integers().between(0, 11))
                .as((request, opaque, kind) -> request.withOpaque(opaque).withCas(cas(request.key(), kind)));
    }

    private static String cas(String key, int kind) {
        return switch (kind) {
            case 0, 1 -> CasMemory.placeholder(key);
            case 2 -> CasMemory.placeholder("a");
            case 3 -> number(1, 8);
            case 4 -> number(-1, 8);
            default -> number(0, 8);
        };
    }
}
