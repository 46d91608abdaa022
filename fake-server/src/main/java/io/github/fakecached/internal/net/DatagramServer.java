package io.github.fakecached.internal.net;

import io.github.fakecached.internal.engine.Session;
import io.github.fakecached.internal.engine.Sessions;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.socket.DatagramPacket;

/**
 * Serves the datagrams of one port. Each is like a connection of its own that brings what it brings and ends; what is not whole
 * is dropped.
 */
final class DatagramServer extends SimpleChannelInboundHandler<DatagramPacket> {

    private static final System.Logger LOGGER = System.getLogger(DatagramServer.class.getName());

    private final Pipeline pipeline;
    private final Sessions sessions;
    private final Session session;
    private final Connections connections;

    DatagramServer(Pipeline pipeline, Sessions sessions, Session session, Connections connections) {
        this.connections = connections;
        this.pipeline = pipeline;
        this.sessions = sessions;
        this.session = session;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, DatagramPacket packet) {
        ByteBuf request = packet.content();
        if (connections.isPartitioned() || request.readableBytes() <= DatagramReplies.HEADER) {
            return;
        }
        sessions.read(request.readableBytes());
        int id = request.readUnsignedShort();
        request.skipBytes(Short.BYTES); // the sequence number
        int total = request.readUnsignedShort();
        request.skipBytes(Short.BYTES); // reserved
        if (total == 1) {
            EmbeddedChannel datagram = new EmbeddedChannel();
            datagram.pipeline().addLast(new DatagramReplies(context.channel(), packet.sender(), id, sessions));
            pipeline.addDialect(datagram.pipeline(), session);
            datagram.writeInbound(request.retain());
            datagram.finishAndReleaseAll();
        }
    }

    /** A client that has gone, for one, is no reason to serve the others no more. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        LOGGER.log(System.Logger.Level.DEBUG, () -> "a datagram at " + context.channel() + ": " + cause, cause);
    }
}
