package io.github.fakecached.internal.net;

import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;

/** Ends connections past all their handlers, which might want to say farewell, or wait. */
final class AbruptEnd {

    private AbruptEnd() {}

    /** Ends a connection with a reset, where its transport has such a thing; otherwise just so. */
    static void reset(Channel channel) {
        try {
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
        } catch (ChannelException e) {
            // the client has gone, and there is nobody to be told
        }
        close(channel);
    }

    static void close(Channel channel) {
        ChannelHandlerContext first = channel.pipeline().firstContext();
        if (first != null) {
            first.close();
        }
    }
}
