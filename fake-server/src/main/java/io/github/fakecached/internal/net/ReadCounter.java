package io.github.fakecached.internal.net;

import io.github.fakecached.internal.engine.Sessions;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** Counts the bytes that a client sends, as they are after decryption. */
final class ReadCounter extends ChannelInboundHandlerAdapter {

    private final Sessions sessions;

    ReadCounter(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        sessions.read(((ByteBuf) message).readableBytes());
        context.fireChannelRead(message);
    }
}
