package io.github.fakecached.internal.exchange;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.fakecached.internal.command.Command;
import io.github.fakecached.internal.command.CommandTable;
import io.github.fakecached.internal.command.Opcode;
import io.github.fakecached.internal.wire.BinaryRequest;
import io.github.fakecached.protocol.Dialect;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came: what a command does not say any more, such as its name. Made for each request, and so what is only
 * needed to be looked at is worked out when it is. Immutable.
 */
public final class Request {

    /** Stands for what nobody may see. */
    static final String HIDDEN = "(hidden)";

    /** Of a line so many bytes are kept. */
    static final int LINE_MAX = 256;

    private final int connection;
    private final long index;
    private final Dialect dialect;
    private final @Nullable CommandTable row;
    private final byte[] line;
    private final long length;
    private final @Nullable BinaryRequest head;
    private final List<byte[]> keys;

    private Request(
            int connection,
            long index,
            Dialect dialect,
            @Nullable CommandTable row,
            byte[] line,
            long length,
            @Nullable BinaryRequest head,
            List<byte[]> keys) {
        this.connection = connection;
        this.index = index;
        this.dialect = dialect;
        this.row = row;
        this.line = line;
        this.length = length;
        this.head = head;
        this.keys = keys;
    }

    /**
     * A line of text, with the command it was understood as; its data block, if there is one, is yet to come.
     *
     * @param line begins with the line, without its end
     * @param lengthWithEnd how many bytes it had on the wire
     */
    public static Request ofLine(
            int connection, long index, byte[] line, int length, int lengthWithEnd, Command command) {
        CommandTable row = CommandTable.find(line, 0, nameLength(line, length));
        Dialect dialect = row != null && row.isMeta() ? Dialect.META : Dialect.TEXT;
        byte[] beginning = Arrays.copyOf(line, Math.min(length, LINE_MAX));
        return new Request(connection, index, dialect, row, beginning, lengthWithEnd, null, command.keys());
    }

    /**
     * The same of a client that has yet to sign in. A line that begins with no command may be a password out of its place, and is
     * not shown.
     */
    public static Request ofLineBeforeSignIn(
            int connection, long index, byte[] line, int length, int lengthWithEnd, Command command) {
        return CommandTable.find(line, 0, nameLength(line, length)) == null
                ? new Request(
                        connection,
                        index,
                        Dialect.TEXT,
                        null,
                        HIDDEN.getBytes(ISO_8859_1),
                        lengthWithEnd,
                        null,
                        List.of())
                : ofLine(connection, index, line, length, lengthWithEnd, command);
    }

    /** The head of a binary request, with the command it was understood as; its value, if there is one, is yet to come. */
    public static Request ofHead(int connection, long index, BinaryRequest head, Command command) {
        Opcode opcode = Opcode.find(head.opcode());
        return new Request(
                connection,
                index,
                Dialect.BINARY,
                opcode == null ? null : opcode.row(),
                head.key(),
                BinaryRequest.HEADER + head.bodyLength(),
                head,
                command.keys());
    }

    /** Which connection of its node it came over, from 0. */
    public int connection() {
        return connection;
    }

    /** Which request of its connection it is, from 0. */
    public long index() {
        return index;
    }

    public Dialect dialect() {
        return dialect;
    }

    /** The command of the text protocol that it is, or does the same as; null if there is none. */
    public @Nullable CommandTable row() {
        return row;
    }

    /** The name on the wire, in lower case; of an opcode its own, with a q if it is quiet. */
    public String name() {
        if (head != null) {
            Opcode opcode = Opcode.find(head.opcode());
            return opcode == null ? String.format(Locale.ROOT, "0x%02x", head.opcode()) : opcode.nameOf(head.opcode());
        }
        return row == null ? new String(line, 0, nameLength(line, line.length), ISO_8859_1) : row.commandName();
    }

    /** The keys it names, in its order. Nobody changes them. */
    public List<byte[]> keys() {
        return keys;
    }

    /** The same if it has no more keys than that, or else with the first so many. */
    Request withAtMost(int keyCount) {
        return keys.size() <= keyCount
                ? this
                : new Request(
                        connection, index, dialect, row, line, length, head, List.copyOf(keys.subList(0, keyCount)));
    }

    /** The beginning of its line, or the key of a binary one. */
    byte[] line() {
        return line;
    }

    /** How many bytes it had on the wire, without the data block of a line. */
    long length() {
        return length;
    }

    /** The head of a binary one. */
    @Nullable
    BinaryRequest head() {
        return head;
    }

    private static int nameLength(byte[] line, int length) {
        int end = 0;
        while (end < length && line[end] != ' ') {
            end++;
        }
        return end;
    }
}
