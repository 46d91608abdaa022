package io.github.fakecached.internal.net;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.fakecached.internal.engine.Session;
import io.github.fakecached.internal.engine.Sessions;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** Stands before everything else in a connection: counts it, and turns away one too many. */
final class ConnectionGuard extends ChannelInboundHandlerAdapter {

    private static final byte[] TOO_MANY = "ERROR Too many open connections\r\n".getBytes(US_ASCII);

    private final Sessions sessions;
    private final Session session;
    private final int maxConnections;
    private boolean accepted;

    ConnectionGuard(Sessions sessions, Session session, int maxConnections) {
        this.sessions = sessions;
        this.session = session;
        this.maxConnections = maxConnections;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        if (sessions.count() >= maxConnections) {
            sessions.rejected();
            context.writeAndFlush(Unpooled.wrappedBuffer(TOO_MANY)).addListener(ChannelFutureListener.CLOSE);
            return;
        }
        accepted = true;
        sessions.opened(session);
        context.fireChannelActive();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (accepted) {
            sessions.closed(session);
        }
        context.fireChannelInactive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf bytes = (ByteBuf) message;
        if (accepted) {
            context.fireChannelRead(bytes);
        } else {
            bytes.release();
        }
    }
}
