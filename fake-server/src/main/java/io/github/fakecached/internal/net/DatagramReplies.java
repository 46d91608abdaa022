package io.github.fakecached.internal.net;

import io.github.fakecached.internal.engine.Sessions;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DatagramPacket;
import java.net.InetSocketAddress;

/**
 * Sends the replies to one datagram: each in as many datagrams as it needs, which tell their number and how many they are. An
 * empty reply is a bare header, unless another reply was sent just before it.
 */
final class DatagramReplies extends ChannelOutboundHandlerAdapter {

    static final int HEADER = 8;

    private static final int DATA_MAX = 1400 - HEADER;

    private final Channel socket;
    private final InetSocketAddress client;
    private final int requestId;
    private final Sessions sessions;
    private boolean repliedSinceFlush;

    DatagramReplies(Channel socket, InetSocketAddress client, int requestId, Sessions sessions) {
        this.socket = socket;
        this.client = client;
        this.requestId = requestId;
        this.sessions = sessions;
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        ByteBuf reply = (ByteBuf) message;
        if (reply.isReadable()) {
            int total = (reply.readableBytes() + DATA_MAX - 1) / DATA_MAX;
            for (int sequence = 0; sequence < total; sequence++) {
                send(sequence, total, reply.readRetainedSlice(Math.min(DATA_MAX, reply.readableBytes())));
            }
        } else if (!repliedSinceFlush) {
            send(0, 0, socket.alloc().buffer(0));
        }
        reply.release();
        repliedSinceFlush = true;
        promise.setSuccess();
    }

    @Override
    public void flush(ChannelHandlerContext context) {
        repliedSinceFlush = false;
        socket.flush();
    }

    private void send(int sequence, int total, ByteBuf data) {
        ByteBuf header = socket.alloc()
                .buffer(HEADER)
                .writeShort(requestId)
                .writeShort(sequence)
                .writeShort(total)
                .writeShort(0);
        sessions.written(HEADER);
        socket.write(new DatagramPacket(socket.alloc().compositeBuffer(2).addComponents(true, header, data), client));
    }
}
