package io.github.fakecached.conformance.wording;

import io.github.fakecached.conformance.model.Answer;
import io.github.fakecached.conformance.model.ItemCommand;
import java.util.Locale;
import java.util.regex.Pattern;

/** Classic text. */
final class TextWording implements Wording {

    private static final Pattern VALUE = Pattern.compile("VALUE \\S+ (\\d+) \\d+ (\\d+)\r\n(.*)\r\nEND\r\n");

    @Override
    public String request(ItemCommand command) {
        var name = command.verb().name().toLowerCase(Locale.ROOT) + " " + command.key();
        return switch (command.verb()) {
            case SET, ADD, REPLACE, APPEND, PREPEND, CAS ->
                (name + " " + command.flags() + " 0 " + command.argument().length() + " " + command.unique())
                                .stripTrailing()
                        + "\r\n"
                        + command.argument()
                        + "\r\n";
            case INCR, DECR -> name + " " + command.argument() + "\r\n";
            case TOUCH -> name + " 0\r\n";
            case DELETE, GETS -> name + "\r\n";
        };
    }

    @Override
    public boolean isWhole(String received) {
        return received.endsWith("\r\n") && (!received.startsWith("VALUE ") || received.endsWith("\r\nEND\r\n"));
    }

    @Override
    public Answer answer(ItemCommand command, String reply) {
        var value = VALUE.matcher(reply);
        return value.matches()
                ? Answer.of(Long.parseLong(value.group(1)), value.group(3), value.group(2))
                : Answer.of(reply.stripTrailing());
    }
}
