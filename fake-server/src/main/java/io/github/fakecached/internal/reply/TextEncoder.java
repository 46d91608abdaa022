package io.github.fakecached.internal.reply;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.fakecached.internal.command.CommandError;
import io.netty.buffer.ByteBuf;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Writes replies as the classic text protocol has them. Stateless; decides nothing. */
public final class TextEncoder {

    private static final byte[] END = line("END");
    private static final byte[] MISSING = line("EN");
    private static final byte[] NOOP = line("MN");
    private static final byte[] VALUE = "VALUE ".getBytes(US_ASCII);
    private static final int LINE_END = '\r' << 8 | '\n';

    private static final Map<Outcome, byte[]> OUTCOMES = outcomes();
    private static final Map<CommandError, byte[]> ERRORS = errors();

    private TextEncoder() {}

    /** Appends a reply to what is to be sent. */
    public static void encode(Reply reply, ByteBuf out) {
        if (reply instanceof Reply.Status status) {
            out.writeBytes(OUTCOMES.get(status.outcome()));
        } else if (reply instanceof Reply.Values values) {
            encodeValues(values, out);
        } else if (reply instanceof Reply.Numeric number) {
            DecimalWriter.write(number.number(), out);
            out.writeShort(LINE_END);
        } else if (reply instanceof Reply.Failure failure) {
            out.writeBytes(ERRORS.get(failure.error()));
        } else if (reply instanceof Reply.BadCertificates problem) {
            out.writeBytes(line(problem.line()));
        } else if (reply instanceof Reply.Told told) {
            out.writeBytes(line(told.line()));
        } else if (reply instanceof Reply.Lines lines) {
            encodeLines(lines, out);
        } else if (reply instanceof Reply.Refused refused) {
            out.writeBytes(line(refused.refusal().text()));
        } else if (reply instanceof MetaReply meta) {
            MetaEncoder.encode(meta, out);
        } else if (reply instanceof Reply.Missing) {
            out.writeBytes(MISSING);
        } else if (reply instanceof Reply.Noop) {
            out.writeBytes(NOOP);
        } else if (reply instanceof Reply.Watching) {
            out.writeBytes(OUTCOMES.get(Outcome.OK));
        } else if (reply instanceof Reply.ItemReport report) {
            MetaEncoder.encode(report, out);
        } else if (reply instanceof Reply.Version version) {
            out.writeBytes(line("VERSION " + version.number()));
        } else if (reply instanceof Reply.Statistics statistics) {
            encodeStatistics(statistics, out);
        }
    }

    /**
     * Writes what a retrieval found as replies of their own, one for each key; that of a missing key is empty, but that END stands
     * in the last.
     *
     * @param keys the keys that were asked for
     * @param next gives the place for the next reply
     */
    public static void encodeEach(Reply.Values found, List<byte[]> keys, Supplier<ByteBuf> next) {
        Iterator<Reply.Value> values = found.values().iterator();
        Reply.Value value = values.hasNext() ? values.next() : null;
        ByteBuf out = next.get();
        for (int i = 0; i < keys.size(); i++) {
            if (i > 0) {
                out = next.get();
            }
            if (value != null && hasKey(value, keys.get(i))) {
                encodeValue(value, found.withCas(), out);
                value = values.hasNext() ? values.next() : null;
            }
        }
        out.writeBytes(END);
    }

    private static boolean hasKey(Reply.Value value, byte[] key) {
        return Arrays.equals(value.keyAndValue(), 0, value.keyLength(), key, 0, key.length);
    }

    private static void encodeValues(Reply.Values values, ByteBuf out) {
        for (Reply.Value value : values.values()) {
            encodeValue(value, values.withCas(), out);
        }
        out.writeBytes(END);
    }

    private static void encodeValue(Reply.Value value, boolean withCas, ByteBuf out) {
        int valueLength = value.keyAndValue().length - value.keyLength();
        out.writeBytes(VALUE);
        out.writeBytes(value.keyAndValue(), 0, value.keyLength());
        out.writeByte(' ');
        DecimalWriter.write(Integer.toUnsignedLong(value.flags()), out);
        out.writeByte(' ');
        DecimalWriter.write(valueLength, out);
        if (withCas) {
            out.writeByte(' ');
            DecimalWriter.write(value.cas(), out);
        }
        out.writeShort(LINE_END);
        out.writeBytes(value.keyAndValue(), value.keyLength(), valueLength);
        out.writeShort(LINE_END);
    }

    private static void encodeStatistics(Reply.Statistics statistics, ByteBuf out) {
        for (Reply.Statistic statistic : statistics.statistics()) {
            out.writeBytes(line("STAT " + statistic.name() + " " + statistic.value()));
        }
        if (statistics.ended()) {
            out.writeBytes(END);
        }
    }

    private static void encodeLines(Reply.Lines lines, ByteBuf out) {
        for (String line : lines.lines()) {
            out.writeCharSequence(line, ISO_8859_1);
            out.writeCharSequence(lines.lineEnd(), ISO_8859_1);
        }
        out.writeCharSequence(lines.last(), ISO_8859_1);
    }

    private static Map<Outcome, byte[]> outcomes() {
        Map<Outcome, byte[]> lines = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            lines.put(outcome, line(text(outcome)));
        }
        return lines;
    }

    private static Map<CommandError, byte[]> errors() {
        Map<CommandError, byte[]> lines = new EnumMap<>(CommandError.class);
        for (CommandError error : CommandError.values()) {
            lines.put(error, line(error.text()));
        }
        return lines;
    }

    /** What a client is told of an outcome. */
    static String text(Outcome outcome) {
        return switch (outcome) {
            case STORED, NOT_STORED, EXISTS, NOT_FOUND, DELETED, TOUCHED, MISS, OK, RESET -> outcome.name();
            case TOO_LARGE -> "SERVER_ERROR object too large for cache";
            case OUT_OF_MEMORY_STORING -> "SERVER_ERROR out of memory storing object";
            case OUT_OF_MEMORY -> "SERVER_ERROR out of memory";
            case OUT_OF_MEMORY_ALLOCATING -> "SERVER_ERROR Out of memory allocating new item";
            case NON_NUMERIC -> "CLIENT_ERROR cannot increment or decrement non-numeric value";
            case FLUSH_NOT_ALLOWED -> "CLIENT_ERROR flush_all not allowed";
            case SHUTDOWN_NOT_ENABLED -> "ERROR: shutdown not enabled";
            case SHUTDOWN_NOT_ENABLED_SINCE_1_6_40 -> "SERVER_ERROR: shutdown not enabled";
        };
    }

    private static byte[] line(String text) {
        return (text + "\r\n").getBytes(ISO_8859_1);
    }
}
