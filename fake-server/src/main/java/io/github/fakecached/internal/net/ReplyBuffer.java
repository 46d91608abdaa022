package io.github.fakecached.internal.net;

import io.github.fakecached.internal.engine.Sessions;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import org.jspecify.annotations.Nullable;

/**
 * The replies of one connection that are not sent yet. They are sent together once all requests of a read are served; when the
 * client does not read them, there is no room for more.
 */
final class ReplyBuffer {

    private static final int INITIAL = 512;
    private static final int PASS_ON = 64 * 1024;
    private static final byte[] NOTHING = {};

    private final Sessions sessions;
    private final boolean together;
    private @Nullable ByteBuf pending;
    private int mark;

    /**
     * A buffer without replies.
     *
     * @param together whether one reply may be sent in one piece with the next
     */
    ReplyBuffer(Sessions sessions, boolean together) {
        this.together = together;
        this.sessions = sessions;
    }

    boolean isEmpty() {
        return pending == null || !pending.isReadable();
    }

    /** Where the next reply is to be appended. */
    ByteBuf end(ChannelHandlerContext context) {
        if (!together) {
            passOn(context);
        }
        if (pending == null) {
            pending = context.alloc().buffer(INITIAL);
        }
        return pending;
    }

    /** Remembers that what is appended from here on belongs to one reply. */
    void mark() {
        mark = pending == null ? 0 : pending.writerIndex();
    }

    /** How many bytes of the reply since the mark are not passed on yet. */
    int lengthSinceMark() {
        return pending == null ? 0 : pending.writerIndex() - mark;
    }

    /** The first bytes of those, so many at most. */
    byte[] beginningSinceMark(int most) {
        if (pending == null) {
            return NOTHING;
        }
        byte[] beginning = new byte[Math.min(most, lengthSinceMark())];
        pending.getBytes(mark, beginning);
        return beginning;
    }

    /** Takes these bytes away again. */
    byte[] cutSinceMark() {
        byte[] reply = beginningSinceMark(lengthSinceMark());
        if (mark == 0) {
            discard();
        } else if (pending != null) {
            pending.writerIndex(mark);
        }
        return reply;
    }

    /** Whether more may be appended; if not, reading has to wait until the channel is writable again. */
    boolean hasRoom(ChannelHandlerContext context) {
        if (pending != null && pending.readableBytes() >= PASS_ON) {
            passOn(context);
            if (!context.channel().isWritable()) {
                context.flush();
            }
        }
        return context.channel().isWritable();
    }

    void flush(ChannelHandlerContext context) {
        passOn(context);
        context.flush();
    }

    /** Sends all, and then has something done. */
    void flush(ChannelHandlerContext context, ChannelFutureListener then) {
        passOn(context);
        context.writeAndFlush(context.alloc().buffer(0)).addListener(then);
    }

    void discard() {
        if (pending != null) {
            pending.release();
            pending = null;
            mark = 0;
        }
    }

    /** Has all that was appended sent by the next flush, whoever asks for it; it cannot be discarded any more. */
    void passOn(ChannelHandlerContext context) {
        if (pending != null) {
            sessions.written(pending.readableBytes());
            context.write(pending);
            pending = null;
            mark = 0;
        }
    }
}
