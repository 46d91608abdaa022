package io.github.fakecached.conformance.lockstep;

import io.github.fakecached.conformance.target.Target;
import io.github.fakecached.conformance.wire.RawConnection;
import java.util.regex.Pattern;

/**
 * Flushes a server until nothing is left that a conversation may ask for. Real memcached passes over items that another of
 * its threads has hold of, so one flush_all right after a reply on another connection may leave something behind.
 */
final class Emptied {

    private static final Pattern NOTHING_FOUND = Pattern.compile("(END\r\n|ERROR\r\n|EN\r\n)+");
    private static final int ATTEMPTS = 5;

    private Emptied() {}

    static void empty(Target target, RawConnection connection) {
        var reply = "";
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            // The first look drops what is flushed, the second one finds what is not.
            connection.ask("flush_all\r\n" + Keys.lookForAll());
            reply = connection.ask(Keys.lookForAll()).text();
            if (NOTHING_FOUND.matcher(reply).matches()) {
                return;
            }
        }
        throw new IllegalStateException(target.name() + " still has items after flush_all:\n" + reply);
    }
}
