package io.github.fakecached.internal.net;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;

/** A connection that speaks the binary protocol, which this fake does not: it says so in the log, and closes. */
final class BinaryConnection extends ChannelInboundHandlerAdapter {

    private static final System.Logger LOGGER = System.getLogger(BinaryConnection.class.getName());

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ReferenceCountUtil.release(message);
        LOGGER.log(
                System.Logger.Level.WARNING,
                "closing {0}: the client speaks the binary protocol, the fake speaks the text protocol only; choose text in the client",
                context.channel());
        context.close();
    }
}
