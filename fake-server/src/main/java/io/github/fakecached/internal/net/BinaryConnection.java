package io.github.fakecached.internal.net;

import io.github.fakecached.internal.command.BinaryParser;
import io.github.fakecached.internal.command.Command;
import io.github.fakecached.internal.engine.Engine;
import io.github.fakecached.internal.engine.Session;
import io.github.fakecached.internal.engine.StoreCounting;
import io.github.fakecached.internal.exchange.Request;
import io.github.fakecached.internal.reply.BinaryEncoder;
import io.github.fakecached.internal.reply.Reply;
import io.github.fakecached.internal.wire.BinaryFrameDecoder;
import io.github.fakecached.internal.wire.BinaryRequest;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A connection that speaks the binary protocol: takes each request from frame to reply. Decides nothing itself; each step
 * belongs to the package it calls.
 */
final class BinaryConnection extends DialectConnection {

    private final BinaryFrameDecoder frames = new BinaryFrameDecoder();
    private final Engine engine;
    private final Session session;
    private Command.@Nullable WithData awaitingValue;

    BinaryConnection(Engine engine, Session session, Exchanges exchanges) {
        super(engine.sessions(), session, exchanges);
        this.session = session;
        this.engine = engine;
    }

    @Override
    boolean serveNext(ChannelHandlerContext context, ByteBuf in) {
        switch (frames.next(in)) {
            case INCOMPLETE -> {
                return false;
            }
            case SKIPPED -> {}
            case REQUEST -> serveRequest(context, frames.request());
            case VALUE -> serve(context, takeAwaitingValue().withData(frames.value()));
            case FOREIGN -> abort(context);
        }
        return true;
    }

    @Override
    boolean isInData() {
        return frames.isInValue();
    }

    private void serveRequest(ChannelHandlerContext context, BinaryRequest request) {
        Command command = BinaryParser.parse(request, engine.saslState(session));
        if (isObserved()) {
            begin(Request.ofHead(session.number(), session.nextRequest(), request, command));
        }
        if (command instanceof Command.WithData withData) {
            awaitValue(context, withData);
            return;
        }
        if (command instanceof Command.Invalid invalid && invalid.dataLength() > 0) {
            frames.skipValue(invalid.dataLength());
        }
        serve(context, command);
    }

    private void awaitValue(ChannelHandlerContext context, Command.WithData command) {
        Reply refusal = isAnsweredEarly()
                ? UNEXECUTED
                : engine.refuse(command, StoreCounting.BY_DATA_WITHOUT_REFUSALS, session);
        if (refusal == null) {
            awaitingValue = command;
            frames.expectValue(command.keyAndValue(), command.length());
        } else {
            frames.skipValue(command.length());
            refuse(context, command, refusal);
        }
    }

    private Command.WithData takeAwaitingValue() {
        Command.WithData command = Objects.requireNonNull(awaitingValue, "a value nobody expected");
        awaitingValue = null;
        engine.dataHasCome(command, StoreCounting.BY_DATA_WITHOUT_REFUSALS);
        return command;
    }

    @Override
    Reply execute(Command command) {
        return engine.execute(command, session);
    }

    @Override
    boolean encode(ChannelHandlerContext context, Command command, Reply reply) {
        return BinaryEncoder.encode(reply, frames.request(), replies(context));
    }

    @Override
    void conclude(ChannelHandlerContext context, Command command, Reply reply) {
        if (reply instanceof Reply.Close || isOutOfStep(command)) {
            hangUp(context);
        }
    }

    private static boolean isOutOfStep(Command command) {
        return command instanceof Command.Invalid invalid && invalid.dataLength() == Command.Invalid.OUT_OF_STEP;
    }
}
