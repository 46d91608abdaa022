package io.github.fakecached.internal.wire;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/**
 * Cuts the bytes of a text connection into lines and data blocks. What a line means it does not know: whoever reads the line
 * says whether a data block is {@linkplain #expectData expected} behind it or to be {@linkplain #skipData skipped}.
 */
public final class TextFrameDecoder {

    /** A line that has no end within this many bytes is not waited for, unless it asks for many keys. */
    static final int LINE_MAX = 2048;

    private static final byte[] GET = {'g', 'e', 't', ' '};
    private static final byte[] GETS = {'g', 'e', 't', 's', ' '};
    /** Where memcached knows no bound we do, so that nobody fills the memory with a line of keys. */
    static final int MULTIGET_MAX = 16 * 1024 * 1024;

    /** Room for a longer line is not kept until the next. */
    private static final int KEPT_MAX = 64 * 1024;

    private static final int LINE_END = 2;
    private static final int SPACES_MAX = 100;

    private static final int LINE_INITIAL = 64;

    private byte[] line = new byte[LINE_INITIAL];
    private int lineLength;
    private int lineLengthWithEnd;
    private final DataBlock data = new DataBlock();
    private int searched;
    private long toSkip;

    private final boolean multiget;

    /** A decoder that waits longer for a line that asks for many keys. */
    public TextFrameDecoder() {
        this(true);
    }

    private TextFrameDecoder(boolean multiget) {
        this.multiget = multiget;
    }

    /** A decoder that waits for no line longer than for another. */
    public static TextFrameDecoder withoutMultiget() {
        return new TextFrameDecoder(false);
    }

    /** Takes the next frame from the bytes, or says that more are needed, or that this will lead nowhere. */
    public Frame next(ByteBuf in) {
        if (toSkip > 0) {
            int skipped = (int) Math.min(toSkip, in.readableBytes());
            in.skipBytes(skipped);
            toSkip -= skipped;
            return toSkip > 0 ? Frame.INCOMPLETE : Frame.SKIPPED;
        }
        return data.isExpected() ? nextData(in) : nextLine(in);
    }

    /** Whether a data block, or the rest of one to be skipped, is still to come: replies are held back so long. */
    public boolean isInDataBlock() {
        return toSkip > 0 || data.isExpected();
    }

    /** The bytes of the last line; valid until the next frame is taken. */
    public byte[] line() {
        return line;
    }

    /** How many bytes the last line has, without LF and a CR before it. */
    public int lineLength() {
        return lineLength;
    }

    /** How many bytes the last line had on the wire. */
    public int lineLengthWithEnd() {
        return lineLengthWithEnd;
    }

    /** The last data block, and before it what it was to be put behind. */
    public byte[] data() {
        return data.bytes();
    }

    /** Expects a data block of a length and CRLF behind the line, to be put behind a head. */
    public void expectData(byte[] head, int length) {
        data.expect(head, length);
    }

    /** Skips a data block of a length and its CRLF behind the line. */
    public void skipData(int length) {
        toSkip = length + (long) LINE_END;
    }

    private Frame nextLine(ByteBuf in) {
        if (line.length > KEPT_MAX) {
            line = new byte[LINE_INITIAL];
        }
        int readable = in.readableBytes();
        int index = in.indexOf(in.readerIndex() + searched, in.writerIndex(), (byte) '\n');
        if (index < 0) {
            searched = readable;
            boolean hopeless = readable > LINE_MAX && (readable > MULTIGET_MAX || !multiget || !isMultiget(in));
            return hopeless ? Frame.LINE_TOO_LONG : Frame.INCOMPLETE;
        }
        searched = 0;
        lineLengthWithEnd = index + 1 - in.readerIndex();
        lineLength = lineLengthWithEnd - 1;
        if (line.length < lineLength) {
            line = new byte[Math.max(lineLength, line.length * 2)];
        }
        in.readBytes(line, 0, lineLength);
        in.skipBytes(1);
        if (lineLength > 0 && line[lineLength - 1] == '\r') {
            lineLength--;
        }
        return Frame.LINE;
    }

    private Frame nextData(ByteBuf in) {
        if (!data.fill(in) || in.readableBytes() < LINE_END) {
            return Frame.INCOMPLETE;
        }
        data.end();
        return in.readShort() == ('\r' << 8 | '\n') ? Frame.DATA : Frame.BAD_DATA;
    }

    private static boolean isMultiget(ByteBuf in) {
        int start = in.readerIndex();
        int at = start;
        while (in.getByte(at) == ' ' && at - start <= SPACES_MAX) {
            at++;
        }
        byte[] word = new byte[GETS.length];
        in.getBytes(at, word);
        return at - start <= SPACES_MAX
                && (Arrays.equals(word, GETS) || Arrays.equals(word, 0, GET.length, GET, 0, GET.length));
    }
}
