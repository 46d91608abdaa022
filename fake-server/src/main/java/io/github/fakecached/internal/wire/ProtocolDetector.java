package io.github.fakecached.internal.wire;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.function.Supplier;

/**
 * Finds out by the first byte of a connection which protocol it speaks, once and for all, and makes room for the handler of
 * that protocol: 0x80 begins a binary request, anything else is text.
 */
public final class ProtocolDetector extends ChannelInboundHandlerAdapter {

    private static final byte BINARY_REQUEST = (byte) 0x80;

    private final Supplier<ChannelHandler> text;
    private final Supplier<ChannelHandler> binary;

    public ProtocolDetector(Supplier<ChannelHandler> text, Supplier<ChannelHandler> binary) {
        this.text = text;
        this.binary = binary;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf bytes = (ByteBuf) message;
        if (!bytes.isReadable()) {
            bytes.release();
            return;
        }
        boolean isBinary = bytes.getByte(bytes.readerIndex()) == BINARY_REQUEST;
        context.pipeline().addAfter(context.name(), null, (isBinary ? binary : text).get());
        context.fireChannelRead(bytes);
        context.pipeline().remove(this);
    }
}
