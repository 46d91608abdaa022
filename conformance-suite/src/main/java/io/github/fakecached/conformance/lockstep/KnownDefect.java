package io.github.fakecached.conformance.lockstep;

import io.github.fakecached.conformance.target.ServerVersion;
import java.util.regex.Pattern;

/**
 * Defects of real memcached that the fake leaves out on purpose. What lockstep forgives is here and nowhere else, each
 * with its reason.
 */
enum KnownDefect {

    /** 1.6.40 and later send an empty line after the error for a retrieval with a key of more than 250 bytes. */
    EMPTY_LINE_AFTER_LONG_KEY {
        @Override
        boolean isShownBy(ServerVersion version, String sent) {
            return version.hasNewParser()
                    && Sent.RETRIEVAL_WITH_LONG_KEY.matcher(sent).find();
        }

        @Override
        String repair(String reply) {
            // noreply mutes the error but not the empty line.
            return reply.equals("\r\n") ? "" : reply.replace(ERROR + "\r\n", ERROR);
        }
    };

    abstract boolean isShownBy(ServerVersion version, String sent);

    abstract String repair(String reply);

    /** The reply that a server of this version would have sent without its known defects. */
    static String repaired(ServerVersion version, String sent, String reply) {
        var repaired = reply;
        for (var defect : values()) {
            if (defect.isShownBy(version, sent)) {
                repaired = defect.repair(repaired);
            }
        }
        return repaired;
    }

    private static final String ERROR = "CLIENT_ERROR bad command line format\r\n";

    /** Apart from the constants, which are made before any static field of the enum. */
    private static final class Sent {

        static final Pattern RETRIEVAL_WITH_LONG_KEY = Pattern.compile("(?m)^ *(get|gets|gat|gats) [^\n]*[^ \n]{251}");
    }
}
