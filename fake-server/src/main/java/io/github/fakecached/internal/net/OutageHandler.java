package io.github.fakecached.internal.net;

import io.netty.channel.Channel;
import io.netty.channel.ChannelConfig;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.util.ReferenceCountUtil;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Stands before everything else in a connection while its node is paused or partitioned: leaves the bytes of both directions
 * where they are, or drops them. When it is removed the connection goes on with what was left, but is reset if something was
 * dropped, since a stream with a hole is of no use. Knows nothing of what the bytes say.
 */
final class OutageHandler extends ChannelDuplexHandler {

    private @Nullable ChannelHandlerContext context;
    private boolean dropping;
    private boolean dropped;
    private boolean readDue;
    private boolean flushDue;
    private @Nullable ChannelPromise closeDue;

    /** Drops bytes from now on, or leaves them where they are. */
    void drop(boolean drop) {
        boolean before = dropping;
        dropping = drop;
        if (drop) {
            readIfDue();
        } else if (before && dropped) {
            AbruptEnd.reset(context().channel());
        } else {
            stopReading();
        }
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        this.context = context;
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        Channel channel = context.channel();
        if (dropped) {
            AbruptEnd.reset(channel);
        } else if (closeDue != null) {
            channel.close(closeDue);
        } else if (channel.isOpen()) {
            if (flushDue) {
                channel.flush();
            }
            channel.pipeline().fireChannelWritabilityChanged();
            if (readDue) {
                channel.read();
            }
        }
    }

    /** Turning automatic reading off is what stops Netty; turned on again, as others expect it, it asks to read, which waits here. */
    private void stopReading() {
        ChannelConfig config = context().channel().config();
        if (config.isAutoRead()) {
            config.setAutoRead(false);
            config.setAutoRead(true);
        }
    }

    private void readIfDue() {
        if (readDue) {
            readDue = false;
            context().read();
        }
    }

    @Override
    public void read(ChannelHandlerContext context) {
        if (dropping) {
            context.read();
        } else {
            readDue = true;
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (dropping) {
            dropped = true;
            ReferenceCountUtil.release(message);
        } else {
            context.fireChannelRead(message);
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (dropping) {
            dropped = true;
            ReferenceCountUtil.release(message);
            promise.trySuccess();
        } else {
            context.write(message, promise);
        }
    }

    @Override
    public void flush(ChannelHandlerContext context) {
        flushDue = true;
    }

    /** Others may begin to serve again when there is room for replies, which is not for now. */
    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (dropping) {
            context.fireChannelWritabilityChanged();
        }
    }

    @Override
    public void close(ChannelHandlerContext context, ChannelPromise promise) {
        closeDue = promise;
    }

    private ChannelHandlerContext context() {
        return Objects.requireNonNull(context, "not in a pipeline yet");
    }
}
