package io.github.fakecached.conformance.wording;

import static io.github.fakecached.conformance.wire.BinaryMessage.number;

import io.github.fakecached.conformance.model.Answer;
import io.github.fakecached.conformance.model.ItemCommand;
import io.github.fakecached.conformance.model.ItemCommand.Verb;
import io.github.fakecached.conformance.wire.BinaryMessage;
import java.util.Optional;

/** The binary protocol. */
final class BinaryWording implements Wording {

    private static final int DO_NOT_MAKE = 0xffffffff;
    private static final int FLAGS = 4;
    private static final int HEADER = 24;

    @Override
    public String request(ItemCommand command) {
        var message = switch (command.verb()) {
            case SET -> store(0x01, command);
            case ADD -> store(0x02, command);
            case REPLACE -> store(0x03, command);
            case CAS -> store(0x01, command).withCas(number(Long.parseUnsignedLong(command.unique()), 8));
            case APPEND -> BinaryMessage.request(0x0e, "", command.key(), command.argument());
            case PREPEND -> BinaryMessage.request(0x0f, "", command.key(), command.argument());
            case INCR -> count(0x05, command);
            case DECR -> count(0x06, command);
            case TOUCH -> BinaryMessage.request(0x1c, number(0, 4), command.key(), "");
            case DELETE -> BinaryMessage.request(0x04, "", command.key(), "");
            case GETS -> BinaryMessage.request(0x00, "", command.key(), "");
        };
        return message.bytes();
    }

    private static BinaryMessage store(int opcode, ItemCommand command) {
        return BinaryMessage.request(
                opcode, number(command.flags(), 4) + number(0, 4), command.key(), command.argument());
    }

    private static BinaryMessage count(int opcode, ItemCommand command) {
        long delta = Long.parseUnsignedLong(command.argument());
        return BinaryMessage.request(
                opcode, number(delta, 8) + number(0, 8) + number(DO_NOT_MAKE, 4), command.key(), "");
    }

    @Override
    public boolean isWhole(String received) {
        return message(received)
                .filter(answer -> answer.body().length() >= answer.bodyLength())
                .isPresent();
    }

    @Override
    public Answer answer(ItemCommand command, String reply) {
        return message(reply).map(answer -> answer(command.verb(), answer)).orElseGet(() -> Answer.of(reply));
    }

    private static Answer answer(Verb verb, BinaryMessage answer) {
        if (verb == Verb.GETS && answer.status() == 0) {
            var flags = number(answer.body().substring(0, FLAGS));
            return Answer.of(flags, answer.value(), Long.toUnsignedString(number(answer.cas())));
        }
        return Answer.of(
                switch (answer.status()) {
                    case 0 -> success(verb, answer);
                    case 1 -> missing(verb);
                    case 2 -> verb == Verb.ADD ? "NOT_STORED" : "EXISTS";
                    case 5 -> "NOT_STORED";
                    case 6 -> "CLIENT_ERROR cannot increment or decrement non-numeric value";
                    default -> answer.toString();
                });
    }

    private static String success(Verb verb, BinaryMessage answer) {
        return switch (verb) {
            case INCR, DECR -> Long.toUnsignedString(number(answer.value()));
            case DELETE -> "DELETED";
            case TOUCH -> "TOUCHED";
            default -> "STORED";
        };
    }

    private static String missing(Verb verb) {
        return switch (verb) {
            case REPLACE -> "NOT_STORED";
            case GETS -> Answer.MISS;
            default -> "NOT_FOUND";
        };
    }

    private static Optional<BinaryMessage> message(String bytes) {
        return bytes.length() < HEADER ? Optional.empty() : BinaryMessage.of(bytes);
    }
}
