package io.github.fakecached.internal.net;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.fakecached.internal.engine.LogSink;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;

/** Sends lines of the log to a client, as long as it reads them: there is a bound to what waits for it. */
final class WatchingClient implements LogSink {

    private final Channel channel;

    WatchingClient(Channel channel) {
        this.channel = channel;
    }

    @Override
    public boolean send(String line) {
        if (!channel.isWritable()) {
            return false;
        }
        channel.writeAndFlush(Unpooled.wrappedBuffer(line.getBytes(US_ASCII)));
        return true;
    }
}
