package io.github.fakecached.internal.net;

import io.github.fakecached.fault.Fault;
import io.github.fakecached.internal.fault.ActiveFault;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import org.jspecify.annotations.Nullable;

/**
 * Stands in a new connection in the place of all that reads from it, and gives way to that once no fault is against it. So long
 * it is the last, and has errors end the connection as the last one does. Knows nothing of requests.
 */
final class ConnectFault extends LastResort {

    private final Exchanges exchanges;
    private final Runnable afterwards;
    private @Nullable Wait wait;

    /**
     * A handler that is to be the last.
     *
     * @param afterwards adds those that come behind
     */
    ConnectFault(Exchanges exchanges, Runnable afterwards) {
        this.exchanges = exchanges;
        this.afterwards = afterwards;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        Channel channel = context.channel();
        ActiveFault active = exchanges.faults().connecting();
        Fault fault = active == null ? null : active.fault();
        if (active == null || active.isOver()) {
            goOn(context);
        } else if (fault instanceof Fault.Close) {
            channel.close();
        } else if (fault instanceof Fault.Reset) {
            AbruptEnd.reset(channel);
        } else {
            channel.config().setAutoRead(false);
            Wait begun = new Wait(channel.eventLoop(), exchanges.clock(), active, () -> goOn(context));
            wait = begun;
            if (fault instanceof Fault.Delay delay) {
                begun.begin(delay.duration(), delay.onServerClock());
            } else {
                begun.begin();
            }
        }
    }

    private void goOn(ChannelHandlerContext context) {
        afterwards.run();
        context.fireChannelActive();
        context.pipeline().remove(this);
        context.channel().config().setAutoRead(true);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        if (wait != null) {
            wait.cancel();
        }
    }
}
