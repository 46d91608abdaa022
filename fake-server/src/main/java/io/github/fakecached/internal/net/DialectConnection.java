package io.github.fakecached.internal.net;

import io.github.fakecached.internal.command.Command;
import io.github.fakecached.internal.engine.Session;
import io.github.fakecached.internal.engine.Sessions;
import io.github.fakecached.internal.engine.Transport;
import io.github.fakecached.internal.exchange.Request;
import io.github.fakecached.internal.fault.ActiveFault;
import io.github.fakecached.internal.reply.Reply;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What connections of every dialect have in common: requests are served one after the other as their bytes come, no faster than
 * the client reads the replies, until one of the two hangs up. Knows nothing of how requests look.
 */
abstract class DialectConnection extends ByteToMessageDecoder {

    /** What a request came to that is not carried out because of a fault. */
    static final Reply UNEXECUTED = new Reply.Unexecuted();

    private static final byte[] NOTHING = {};

    private final Sessions sessions;
    private final ReplyBuffer replies;
    private final Session session;
    private final Exchanges exchanges;
    private final FaultPerformer faults;
    private @Nullable OpenExchange exchange;
    private int served;
    private boolean waitingForRoom;
    private boolean awaitingAnswer;
    private boolean closed;

    DialectConnection(Sessions sessions, Session session, Exchanges exchanges) {
        this.exchanges = exchanges;
        this.sessions = sessions;
        this.session = session;
        this.replies = new ReplyBuffer(sessions, session.transport() != Transport.UDP);
        this.faults = new FaultPerformer(this, exchanges.clock(), session.transport() == Transport.UDP);
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

    /** Whether a request is answered because of a fault before its data has come; that is to be skipped then. */
    final boolean isAnsweredEarly() {
        return exchange != null && exchange.earlyFault() != null;
    }

    /** Takes a request that is complete to its reply. */
    final void serve(ChannelHandlerContext context, Command command) {
        ActiveFault fault = exchange == null ? null : exchange.faultBeforeExecute(command);
        if (fault == null) {
            executeAndAnswer(context, command);
        } else {
            faults.beforeExecute(fault, context, command);
        }
    }

    /** Answers a request without carrying it out: its data did not come, or not as it should. */
    final void refuse(ChannelHandlerContext context, Command command, Reply refusal) {
        ActiveFault early = exchange == null ? null : exchange.earlyFault();
        if (early == null) {
            answerUnlessFaulty(context, command, refusal);
        } else {
            faults.beforeExecute(early, context, command);
        }
    }

    /** The rest of the way from where the command is carried out. */
    final void executeAndAnswer(ChannelHandlerContext context, Command command) {
        answerUnlessFaulty(context, command, execute(command));
    }

    private void answerUnlessFaulty(ChannelHandlerContext context, Command command, Reply outcome) {
        ActiveFault fault = exchange == null ? null : exchange.faultAfterExecute(outcome);
        if (fault == null) {
            answer(context, command, outcome, outcome);
        } else {
            faults.afterExecute(fault, context, command, outcome);
        }
    }

    /**
     * The rest of the way from where the reply is written.
     *
     * @param outcome what the command came to
     * @param told what the client is told, which is the same but for faults
     */
    final void answer(ChannelHandlerContext context, Command command, Reply outcome, Reply told) {
        replies.mark();
        boolean atOnce = encode(context, command, told);
        boolean written = replies.lengthSinceMark() > 0;
        ActiveFault fault = exchange == null || !written ? null : exchange.faultDuringReply();
        if (fault == null) {
            if (exchange != null) {
                closeExchange(replies.beginningSinceMark(OpenExchange.REPLY_MAX), replies.lengthSinceMark());
            }
            conclude(context, command, outcome);
            if (atOnce) {
                flush(context);
            }
        } else {
            faults.duringReply(fault, context, replies.cutSinceMark(), () -> conclude(context, command, outcome));
        }
    }

    /**
     * Has the journal know what came of the request.
     *
     * @param beginning the first bytes of what was written for it
     */
    final void closeExchange(byte[] beginning, long length) {
        if (exchange != null) {
            exchange.close(beginning, length);
            exchange = null;
        }
    }

    /** Sends the replies so far and these bytes, even if data is on its way. */
    final void send(ChannelHandlerContext context, byte[] bytes, int from, int length) {
        replies.end(context).writeBytes(bytes, from, length);
        replies.flush(context);
    }

    /** Serves nothing until the answer to what was no request has come from another thread, and goes on behind it. */
    final void answerLater(ChannelHandlerContext context, CompletionStage<byte[]> answer) {
        awaitingAnswer = true;
        context.channel().config().setAutoRead(false);
        answer.thenAccept(bytes -> context.channel().eventLoop().execute(() -> {
            awaitingAnswer = false;
            if (context.isRemoved() || closed) {
                return;
            }
            try {
                replies.end(context).writeBytes(bytes);
                goOn(context);
            } catch (Exception e) {
                context.fireExceptionCaught(e);
            }
        }));
    }

    /** Whether there are replies that were not sent yet. */
    final boolean hasUnsentReplies() {
        return !replies.isEmpty();
    }

    /** Where the next reply is to be appended. */
    final ByteBuf replies(ChannelHandlerContext context) {
        return replies.end(context);
    }

    /** Sends the replies so far; while data is on its way, only those that were passed on. */
    final void flush(ChannelHandlerContext context) {
        if (closed) {
            return;
        }
        if (isInData()) {
            context.flush();
        } else {
            replies.flush(context);
        }
    }

    /** Closes the connection once the replies so far are sent. */
    final void hangUp(ChannelHandlerContext context) {
        closed = true;
        replies.flush(context, ChannelFutureListener.CLOSE);
    }

    /** Resets the connection once the replies so far are sent. */
    final void cutOff(ChannelHandlerContext context) {
        closed = true;
        session.closedForError();
        replies.flush(context, sent -> AbruptEnd.reset(sent.channel()));
    }

    /** Forgets the replies that are not sent yet. */
    final void forgetReplies() {
        replies.discard();
    }

    /** Closes the connection, and sends no replies any more but those that were passed on. */
    final void abort(ChannelHandlerContext context) {
        closed = true;
        replies.discard();
        session.closedForError();
        context.flush();
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
        while (more && !closed && !isWaiting() && hasRoom(context)) {
            more = serveNext(context, in);
            if (more && !isInData()) {
                served++;
                if (sessions.served(served)) {
                    replies.passOn(context);
                }
                if (dataWasOnItsWay) {
                    // memcached reads the rest of a data block, and no more, and then has nothing to do but to reply
                    dataWasOnItsWay = false;
                    flush(context);
                }
            }
        }
        session.setBusy(isHeldUp() || isInData());
        if (closed) {
            in.skipBytes(in.readableBytes());
        }
    }

    /** Whether nothing may be read or served because the client does not read, or a request waits. */
    private boolean isHeldUp() {
        return waitingForRoom || isWaiting();
    }

    /** Whether nothing may be served because a request, or what is none, has no answer yet. */
    private boolean isWaiting() {
        return awaitingAnswer || faults.areWaitedFor();
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
            goOn(context);
        }
        super.channelWritabilityChanged(context);
    }

    /** Reads and serves again, beginning with what has come, unless there is something else to wait for. */
    final void goOn(ChannelHandlerContext context) throws Exception {
        if (isHeldUp()) {
            return;
        }
        context.channel().config().setAutoRead(true);
        if (!context.isRemoved()) {
            channelRead(context, Unpooled.EMPTY_BUFFER);
            flush(context);
        }
    }

    @Override
    public final void channelReadComplete(ChannelHandlerContext context) throws Exception {
        if (isHeldUp()) {
            context.fireChannelReadComplete(); // past the decoder, which would ask for more bytes if they do not come
            // by themselves
        } else {
            super.channelReadComplete(context);
        }
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
        if (faults.areWaitedFor()) {
            faults.waitNoMore();
            closeExchange(NOTHING, 0);
        }
        replies.discard();
    }
}
