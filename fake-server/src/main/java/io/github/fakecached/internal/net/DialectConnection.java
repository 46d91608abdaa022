package io.github.fakecached.internal.net;

import io.github.fakecached.internal.command.Command;
import io.github.fakecached.internal.engine.Session;
import io.github.fakecached.internal.engine.Sessions;
import io.github.fakecached.internal.engine.Transport;
import io.github.fakecached.internal.exchange.Request;
import io.github.fakecached.internal.reply.Reply;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What connections of every dialect have in common: requests are served one after the other as their bytes come, no faster than
 * the client reads the replies, until one of the two hangs up. Knows nothing of how requests look.
 */
abstract class DialectConnection extends ByteToMessageDecoder {

    private final Sessions sessions;
    private final ReplyBuffer replies;
    private final Session session;
    private final Exchanges exchanges;
    private @Nullable OpenExchange exchange;
    private int served;
    private boolean waitingForRoom;
    private boolean closed;

    DialectConnection(Sessions sessions, Session session, Exchanges exchanges) {
        this.exchanges = exchanges;
        this.sessions = sessions;
        this.session = session;
        this.replies = new ReplyBuffer(sessions, session.transport() != Transport.UDP);
    }

    /** One step of the walk; false if it needs bytes that have not come yet. */
    abstract boolean serveNext(ChannelHandlerContext context, ByteBuf in);

    /** Carries out a command whose data, if it brings any, has come. */
    abstract Reply execute(Command command);

    /** Appends a reply to what is to be sent, if the client is to hear of it; says whether to send all that at once. */
    abstract boolean encode(ChannelHandlerContext context, Command command, Reply reply);

    /** Does what a reply means for the connection, once it is appended. */
    abstract void conclude(ChannelHandlerContext context, Command command, Reply reply);

    /** Whether the data of a request is on its way: memcached holds replies back so long. */
    abstract boolean isInData();

    /** Whether a request has to be described when it is {@linkplain #begin begun}. */
    final boolean isObserved() {
        return exchanges.areObserved();
    }

    /** Takes note that a request is understood. Its data may be yet to come. */
    final void begin(Request request) {
        exchange = new OpenExchange(exchanges, request);
    }

    /** Takes a request that is complete to its reply. */
    final void serve(ChannelHandlerContext context, Command command) {
        answer(context, command, execute(command), true);
    }

    /** Answers a request without carrying it out: its data did not come, or not as it should. */
    final void refuse(ChannelHandlerContext context, Command command, Reply refusal) {
        answer(context, command, refusal, false);
    }

    private void answer(ChannelHandlerContext context, Command command, Reply reply, boolean dataHasCome) {
        replies.mark();
        boolean atOnce = encode(context, command, reply);
        OpenExchange ending = exchange;
        if (ending != null) {
            exchange = null;
            ending.close(
                    dataHasCome ? command : null,
                    reply,
                    replies.beginningSinceMark(OpenExchange.REPLY_MAX),
                    replies.lengthSinceMark());
        }
        conclude(context, command, reply);
        if (atOnce) {
            flush(context);
        }
    }

    /** Whether there are replies that were not sent yet. */
    final boolean hasUnsentReplies() {
        return !replies.isEmpty();
    }

    /** Where the next reply is to be appended. */
    final ByteBuf replies(ChannelHandlerContext context) {
        return replies.end(context);
    }

    /** Sends the replies so far, unless data is on its way. */
    final void flush(ChannelHandlerContext context) {
        if (!closed && !isInData()) {
            replies.flush(context);
        }
    }

    /** Closes the connection once the replies so far are sent. */
    final void hangUp(ChannelHandlerContext context) {
        closed = true;
        replies.flushAndClose(context);
    }

    /** Forgets the replies that are not sent yet. */
    final void forgetReplies() {
        replies.discard();
    }

    /** Closes the connection, and sends nothing any more. */
    final void abort(ChannelHandlerContext context) {
        closed = true;
        replies.discard();
        session.closedForError();
        context.close();
    }

    /** Serves nothing any more, and sends no more replies. */
    final void serveNoMore() {
        closed = true;
        replies.discard();
    }

    @Override
    protected final void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        boolean more = true;
        boolean dataWasOnItsWay = isInData();
        while (more && !closed && hasRoom(context)) {
            more = serveNext(context, in);
            if (more && !isInData()) {
                served++;
                sessions.served(served);
                if (dataWasOnItsWay) {
                    // memcached reads the rest of a data block, and no more, and then has nothing to do but to reply
                    dataWasOnItsWay = false;
                    flush(context);
                }
            }
        }
        session.setBusy(waitingForRoom || isInData());
        if (closed) {
            in.skipBytes(in.readableBytes());
        }
    }

    private boolean hasRoom(ChannelHandlerContext context) {
        if (replies.hasRoom(context)) {
            return true;
        }
        waitingForRoom = true;
        context.channel().config().setAutoRead(false);
        return false;
    }

    @Override
    public final void channelWritabilityChanged(ChannelHandlerContext context) throws Exception {
        if (waitingForRoom && context.channel().isWritable()) {
            waitingForRoom = false;
            context.channel().config().setAutoRead(true);
            channelRead(context, Unpooled.EMPTY_BUFFER);
            flush(context);
        }
        super.channelWritabilityChanged(context);
    }

    @Override
    public final void channelReadComplete(ChannelHandlerContext context) throws Exception {
        super.channelReadComplete(context);
        served = 0;
        flush(context);
    }

    /** What is left when the client has gone is not served. */
    @Override
    protected final void decodeLast(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        in.skipBytes(in.readableBytes());
    }

    @Override
    protected final void handlerRemoved0(ChannelHandlerContext context) {
        replies.discard();
    }
}
