package io.github.fakecached.internal.net;

import io.github.fakecached.internal.command.AuthenticationCommand;
import io.github.fakecached.internal.command.Command;
import io.github.fakecached.internal.command.CommandError;
import io.github.fakecached.internal.command.SignInParser;
import io.github.fakecached.internal.engine.Engine;
import io.github.fakecached.internal.engine.Session;
import io.github.fakecached.internal.exchange.Request;
import io.github.fakecached.internal.reply.Reply;
import io.github.fakecached.internal.reply.TextEncoder;
import io.github.fakecached.internal.version.VersionTraits;
import io.github.fakecached.internal.wire.TextFrameDecoder;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import java.util.function.Supplier;

/**
 * A text connection whose client has to sign in first. Once it has, this gives way to the handler of those who need not. Obeys no
 * command.
 */
final class SignInConnection extends DialectConnection {

    private final TextFrameDecoder frames = TextFrameDecoder.withoutMultiget();
    private final SignInParser parser;
    private final Engine engine;
    private final Session session;
    private final Supplier<ChannelHandler> afterwards;

    SignInConnection(
            VersionTraits traits,
            Engine engine,
            Session session,
            Exchanges exchanges,
            Supplier<ChannelHandler> afterwards) {
        super(engine.sessions(), session, exchanges);
        this.parser = new SignInParser(traits);
        this.engine = engine;
        this.session = session;
        this.afterwards = afterwards;
    }

    @Override
    boolean serveNext(ChannelHandlerContext context, ByteBuf in) {
        if (!isInData() && in.readableBytes() < parser.waitsFor()) {
            return false;
        }
        switch (frames.next(in)) {
            case INCOMPLETE -> {
                return false;
            }
            case SKIPPED -> {}
            case LINE -> serveLine(context);
            case DATA -> serve(context, new AuthenticationCommand.SignIn(frames.data(), frames.data().length));
            case BAD_DATA -> serve(context, new Command.Invalid(CommandError.BAD_AUTH_TOKEN_END, false));
            case LINE_TOO_LONG -> abort(context);
        }
        return !session.isSignedIn();
    }

    private void serveLine(ChannelHandlerContext context) {
        Command command = parser.parse(frames.line(), frames.lineLength(), frames.lineLengthWithEnd());
        if (isObserved()) {
            begin(Request.ofLineBeforeSignIn(
                    session.number(),
                    session.nextRequest(),
                    frames.line(),
                    frames.lineLength(),
                    frames.lineLengthWithEnd(),
                    command));
        }
        if (command instanceof AuthenticationCommand.SignIn signIn && isAnsweredEarly()) {
            frames.skipData(signIn.length());
            refuse(context, command, UNEXECUTED);
        } else if (command instanceof AuthenticationCommand.SignIn signIn) {
            frames.expectData(signIn.keyAndValue(), signIn.length());
        } else {
            serve(context, command);
        }
    }

    @Override
    Reply execute(Command command) {
        return engine.execute(command, session);
    }

    @Override
    boolean encode(ChannelHandlerContext context, Command command, Reply reply) {
        forgetReplies(); // as memcached does, which here writes each reply to the same place
        if (!(reply instanceof Reply.Abort)) {
            TextEncoder.encode(reply, replies(context));
        }
        return false;
    }

    @Override
    void conclude(ChannelHandlerContext context, Command command, Reply reply) {
        if (reply instanceof Reply.Abort) {
            abort(context);
        } else if (session.isSignedIn()) {
            flush(context);
            context.pipeline().replace(this, null, afterwards.get());
        }
    }

    @Override
    boolean isInData() {
        return frames.isInDataBlock();
    }
}
