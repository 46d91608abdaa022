package io.github.fakecached.internal.net;

import io.github.fakecached.internal.command.Command;
import io.github.fakecached.internal.command.CommandError;
import io.github.fakecached.internal.command.TextParser;
import io.github.fakecached.internal.engine.Engine;
import io.github.fakecached.internal.reply.Reply;
import io.github.fakecached.internal.reply.TextEncoder;
import io.github.fakecached.internal.version.VersionTraits;
import io.github.fakecached.internal.wire.TextFrameDecoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A connection that speaks text: takes each request from frame to reply. Decides nothing itself; each step belongs to the
 * package it calls.
 */
final class TextConnection extends ByteToMessageDecoder {

    private final TextFrameDecoder frames = new TextFrameDecoder();
    private final TextParser parser;
    private final Engine engine;
    private final ReplyBuffer replies;
    private final boolean sendsAfterRetrieval;
    private Command.@Nullable WithData awaitingData;
    private boolean waitingForRoom;
    private boolean closed;

    TextConnection(VersionTraits traits, Engine engine) {
        this.parser = new TextParser(traits);
        this.engine = engine;
        this.sendsAfterRetrieval = traits.sendsAfterRetrieval();
        this.replies = new ReplyBuffer(engine.connections());
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        boolean more = true;
        while (more && !closed && hasRoom(context)) {
            more = serveNext(context, in);
        }
        if (closed) {
            in.skipBytes(in.readableBytes());
        }
    }

    /** One step of the walk; false if it needs bytes that have not come yet. */
    private boolean serveNext(ChannelHandlerContext context, ByteBuf in) {
        switch (frames.next(in)) {
            case INCOMPLETE -> {
                return false;
            }
            case LINE ->
                serveLine(context, parser.parse(frames.line(), frames.lineLength(), frames.lineLengthWithEnd()));
            case DATA -> execute(context, takeAwaitingData().withData(frames.data()));
            case BAD_DATA ->
                execute(
                        context,
                        new Command.Invalid(
                                CommandError.BAD_DATA_CHUNK, takeAwaitingData().noreply()));
            case LINE_TOO_LONG -> abort(context);
        }
        return true;
    }

    private void serveLine(ChannelHandlerContext context, Command command) {
        if (command instanceof Command.WithData withData) {
            serveLineWithData(context, withData);
            return;
        }
        if (command instanceof Command.Invalid invalid && invalid.dataLength() != Command.Invalid.NO_DATA) {
            frames.skipData(invalid.dataLength());
        }
        execute(context, command);
    }

    private void serveLineWithData(ChannelHandlerContext context, Command.WithData command) {
        Reply refusal = engine.refuse(command);
        if (refusal == null) {
            awaitingData = command;
            int keyLength = command.keyLength();
            frames.expectData(Arrays.copyOf(command.keyAndValue(), keyLength + command.length()), keyLength);
        } else {
            frames.skipData(command.length());
            answer(context, command, refusal);
        }
    }

    private Command.WithData takeAwaitingData() {
        Command.WithData command = Objects.requireNonNull(awaitingData, "a data block nobody expected");
        awaitingData = null;
        return command;
    }

    private void execute(ChannelHandlerContext context, Command command) {
        answer(context, command, engine.execute(command));
    }

    private void answer(ChannelHandlerContext context, Command command, Reply reply) {
        if (reply instanceof Reply.Close) {
            closed = true;
            replies.flushAndClose(context);
        } else if (reply instanceof Reply.Abort) {
            abort(context);
        } else if (!command.noreply()) {
            TextEncoder.encode(reply, replies.end(context));
        }
        if (reply instanceof Reply.Noop || (sendsAfterRetrieval && command instanceof Command.Get)) {
            replies.flush(context);
        }
    }

    private void abort(ChannelHandlerContext context) {
        closed = true;
        replies.discard();
        context.close();
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
    public void channelWritabilityChanged(ChannelHandlerContext context) throws Exception {
        if (waitingForRoom && context.channel().isWritable()) {
            waitingForRoom = false;
            context.channel().config().setAutoRead(true);
            channelRead(context, Unpooled.EMPTY_BUFFER);
            flush(context);
        }
        super.channelWritabilityChanged(context);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) throws Exception {
        super.channelReadComplete(context);
        flush(context);
    }

    /** memcached holds replies back while a data block is on its way. */
    private void flush(ChannelHandlerContext context) {
        if (!closed && !frames.isInDataBlock()) {
            replies.flush(context);
        }
    }

    /** What is left when the client has gone is not served. */
    @Override
    protected void decodeLast(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        in.skipBytes(in.readableBytes());
    }

    @Override
    protected void handlerRemoved0(ChannelHandlerContext context) {
        replies.discard();
    }
}
