package io.github.fakecached.internal.net;

import io.github.fakecached.internal.command.Command;
import io.github.fakecached.internal.command.TextParser;
import io.github.fakecached.internal.engine.CustomCommand;
import io.github.fakecached.internal.engine.Engine;
import io.github.fakecached.internal.engine.Session;
import io.github.fakecached.internal.engine.StoreCounting;
import io.github.fakecached.internal.engine.Transport;
import io.github.fakecached.internal.exchange.Request;
import io.github.fakecached.internal.reply.Reply;
import io.github.fakecached.internal.reply.TextEncoder;
import io.github.fakecached.internal.version.VersionTraits;
import io.github.fakecached.internal.wire.TextFrameDecoder;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A connection that speaks text: takes each request from frame to reply. Decides nothing itself; each step belongs to the
 * package it calls.
 */
final class TextConnection extends DialectConnection {

    private final TextFrameDecoder frames = new TextFrameDecoder();
    /** Shared with the other connections of the event loop. */
    private final TextParser parser;

    private final Engine engine;
    private final Session session;
    private final StoreCounting counting;
    private final boolean sendsAfterRetrieval;
    private final boolean overUdp;
    private final @Nullable CustomCommand custom;
    private Command.@Nullable WithData awaitingData;

    TextConnection(
            VersionTraits traits,
            TextParser parser,
            Engine engine,
            Session session,
            Exchanges exchanges,
            @Nullable CustomCommand custom) {
        super(engine.sessions(), session, exchanges);
        this.session = session;
        this.parser = parser;
        this.engine = engine;
        this.counting = StoreCounting.ofText(traits);
        this.overUdp = session.transport() == Transport.UDP;
        this.custom = overUdp ? null : custom; // a datagram is answered at once or never
        this.sendsAfterRetrieval = traits.sendsAfterRetrieval();
    }

    @Override
    boolean serveNext(ChannelHandlerContext context, ByteBuf in) {
        switch (frames.next(in)) {
            case INCOMPLETE -> {
                return false;
            }
            case SKIPPED -> {}
            case LINE -> serveLine(context);
            case DATA -> serve(context, takeAwaitingData().withData(frames.data()));
            case BAD_DATA -> {
                Command.WithData command = takeAwaitingData();
                refuse(context, command, engine.dataIsBad(command));
            }
            case LINE_TOO_LONG -> abort(context);
        }
        return true;
    }

    private void serveLine(ChannelHandlerContext context) {
        if (custom != null && custom.isNamedBy(frames.line(), frames.lineLength())) {
            answerLater(context, custom.answer(frames.line(), frames.lineLength()));
            return;
        }
        Command command = parser.parse(frames.line(), frames.lineLength(), frames.lineLengthWithEnd());
        if (isObserved()) {
            begin(Request.ofLine(
                    session.number(),
                    session.nextRequest(),
                    frames.line(),
                    frames.lineLength(),
                    frames.lineLengthWithEnd(),
                    command));
        }
        if (command instanceof Command.WithData withData) {
            awaitData(context, withData);
        } else if (command instanceof Command.Unpipelined unpipelined && hasUnsentReplies()) {
            serve(context, unpipelined.pipelined());
        } else {
            if (command instanceof Command.Invalid invalid && invalid.dataLength() != Command.Invalid.NO_DATA) {
                frames.skipData(invalid.dataLength());
            }
            serve(context, command);
        }
    }

    private void awaitData(ChannelHandlerContext context, Command.WithData command) {
        Reply refusal = isAnsweredEarly() ? UNEXECUTED : engine.refuse(command, counting, session);
        if (refusal == null) {
            awaitingData = command;
            frames.expectData(command.keyAndValue(), command.length());
        } else {
            frames.skipData(command.length());
            refuse(context, command, refusal);
        }
    }

    private Command.WithData takeAwaitingData() {
        Command.WithData command = Objects.requireNonNull(awaitingData, "a data block nobody expected");
        awaitingData = null;
        engine.dataHasCome(command, counting);
        return command;
    }

    @Override
    Reply execute(Command command) {
        return engine.execute(command, session);
    }

    @Override
    boolean encode(ChannelHandlerContext context, Command command, Reply reply) {
        boolean mute = command.noreply() || reply instanceof Reply.Silence || endsConnection(reply);
        if (!mute && overUdp && reply instanceof Reply.Values values) {
            TextEncoder.encodeEach(values, ((Command.Retrieval) command).keys(), () -> replies(context));
        } else if (!mute) {
            TextEncoder.encode(reply, replies(context));
        }
        return reply instanceof Reply.Noop || (sendsAfterRetrieval && (overUdp || reply instanceof Reply.Values));
    }

    private static boolean endsConnection(Reply reply) {
        return reply instanceof Reply.Close || reply instanceof Reply.Abort || reply instanceof Reply.ShutDown;
    }

    @Override
    void conclude(ChannelHandlerContext context, Command command, Reply reply) {
        if (reply instanceof Reply.Close) {
            hangUp(context);
        } else if (reply instanceof Reply.ShutDown) {
            serveNoMore();
        } else if (reply instanceof Reply.Watching watching) {
            flush(context);
            serveNoMore();
            engine.watchers().add(session, watching.streams(), new WatchingClient(context.channel()));
        } else if (reply instanceof Reply.Abort) {
            abort(context);
        }
    }

    @Override
    boolean isInData() {
        return frames.isInDataBlock();
    }
}
