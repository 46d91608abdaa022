package io.github.fakecached.internal.net;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.io.IOException;

/** Stands at the end of a connection's handlers, and ends the connection on errors that none of them took care of. */
class LastResort extends ChannelInboundHandlerAdapter {

    private static final System.Logger LOGGER = System.getLogger(LastResort.class.getName());

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        System.Logger.Level level =
                cause instanceof IOException ? System.Logger.Level.DEBUG : System.Logger.Level.WARNING;
        LOGGER.log(level, () -> "closing " + context.channel() + ": " + cause, cause);
        context.close();
    }
}
