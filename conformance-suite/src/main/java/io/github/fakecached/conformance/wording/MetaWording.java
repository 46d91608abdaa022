package io.github.fakecached.conformance.wording;

import io.github.fakecached.conformance.model.Answer;
import io.github.fakecached.conformance.model.ItemCommand;
import java.util.regex.Pattern;

/** Meta commands. */
final class MetaWording implements Wording {

    private static final Pattern VALUE = Pattern.compile("VA (\\d+)(?: f(\\d+) c(\\d+))?\r\n(.*)\r\n");
    private static final Pattern HEAD = Pattern.compile("VA (\\d+)[^\r]*\r\n");

    @Override
    public String request(ItemCommand command) {
        var key = command.key();
        return switch (command.verb()) {
            case SET -> store(command, "MS");
            case ADD -> store(command, "ME");
            case REPLACE -> store(command, "MR");
            case APPEND -> store(command, "MA");
            case PREPEND -> store(command, "MP");
            case CAS -> store(command, "C" + command.unique());
            case INCR -> "ma " + key + " v D" + command.argument() + "\r\n";
            case DECR -> "ma " + key + " v MD D" + command.argument() + "\r\n";
            case TOUCH -> "mg " + key + " T0\r\n";
            case DELETE -> "md " + key + "\r\n";
            case GETS -> "mg " + key + " v f c\r\n";
        };
    }

    private static String store(ItemCommand command, String mode) {
        var value = command.argument();
        return "ms " + command.key() + " " + value.length() + " F" + command.flags() + " " + mode + "\r\n" + value
                + "\r\n";
    }

    @Override
    public boolean isWhole(String received) {
        var head = HEAD.matcher(received);
        return head.lookingAt()
                ? received.length() >= head.end() + Integer.parseInt(head.group(1)) + 2
                : received.endsWith("\r\n");
    }

    @Override
    public Answer answer(ItemCommand command, String reply) {
        var value = VALUE.matcher(reply);
        if (value.matches()) {
            return value.group(2) == null
                    ? Answer.of(value.group(4))
                    : Answer.of(Long.parseLong(value.group(2)), value.group(4), value.group(3));
        }
        return Answer.of(
                switch (reply) {
                    case "HD\r\n" -> success(command);
                    case "NS\r\n" -> "NOT_STORED";
                    case "EX\r\n" -> "EXISTS";
                    case "NF\r\n" -> "NOT_FOUND";
                    case "EN\r\n" -> command.verb() == ItemCommand.Verb.TOUCH ? "NOT_FOUND" : Answer.MISS;
                    default -> reply.stripTrailing();
                });
    }

    private static String success(ItemCommand command) {
        return switch (command.verb()) {
            case DELETE -> "DELETED";
            case TOUCH -> "TOUCHED";
            default -> "STORED";
        };
    }
}
