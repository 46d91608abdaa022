package io.github.fakecached.conformance.liar;

import io.github.fakecached.conformance.wire.BinaryMessage;
import io.github.fakecached.conformance.wire.Sentinel;
import java.util.regex.Pattern;

/** As little as a liar has to know of what is spoken on a connection: where replies end, and how to say something else. */
enum Spoken {
    /** Lines. */
    TEXT(
            Sentinel.TOGETHER.request(),
            Pattern.compile("VERSION [^\r\n]+\r\nERROR\r\nVERSION [^\r\n]+\r\n\\z"),
            "ERROR\r\n") {
        @Override
        boolean isGreeting(String question, String reply) {
            return question.equals("version\r\n") && reply.matches("VERSION [^\r\n]+\r\n");
        }

        @Override
        String other(String reply) {
            int last = reply.stripTrailing().length() - 1;
            return last < 0 ? something() : withOther(reply, last);
        }
    },
    /** Messages of the binary protocol. */
    BINARY(
            Message.NOOP,
            Pattern.compile(Pattern.quote(Message.answered(Message.NOOP)) + "\\z"),
            Message.answered(Message.BARE)) {
        @Override
        boolean isGreeting(String question, String reply) {
            return question.equals(Message.VERSION + Message.NOOP) && end(reply) > 0;
        }

        @Override
        String other(String reply) {
            return reply.length() <= Message.STATUS ? something() : withOther(reply, Message.STATUS);
        }
    };

    /** Requests, and where the second byte of a status is in an answer. */
    private interface Message {
        String BARE = BinaryMessage.request(0x0a, "", "", "").bytes();
        String NOOP =
                BinaryMessage.request(0x0a, "", "", "").withOpaque(0xfeedfaceL).bytes();
        String VERSION = BinaryMessage.request(0x0b, "", "", "").bytes();
        int STATUS = 7;

        static String answered(String request) {
            return '\u0081' + request.substring(1);
        }
    }

    private final String sentinel;
    private final Pattern end;
    private final String something;

    Spoken(String sentinel, Pattern end, String something) {
        this.sentinel = sentinel;
        this.end = end;
        this.something = something;
    }

    /** What is spoken by a client that begins like this. */
    static Spoken by(String bytes) {
        return bytes.startsWith("\u0080") ? BINARY : TEXT;
    }

    /** Whether a client has asked for what marks the end of a reply. */
    boolean asksForEnd(String question) {
        return question.endsWith(sentinel);
    }

    /** How much of a reply is what marks its end; 0 if it has not ended yet. */
    int end(String reply) {
        var matcher = end.matcher(reply);
        return matcher.find() ? matcher.group().length() : 0;
    }

    /** Whether this is what every client asks for when it connects. */
    abstract boolean isGreeting(String question, String reply);

    /** The reply with another end. */
    abstract String other(String reply);

    /** A reply, whatever was asked. */
    String something() {
        return something;
    }

    private static String withOther(String reply, int at) {
        var other = new StringBuilder(reply);
        other.setCharAt(at, (char) (reply.charAt(at) ^ 1));
        return other.toString();
    }
}
