package io.github.fakecached.internal.net;

import io.github.fakecached.internal.engine.UnixSocket;
import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioServerDomainSocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.util.ArrayList;
import java.util.List;

/** The sockets on which a node listens. Knows nothing of what is served there. Safe for use by several threads. */
final class Listeners {

    private static final int DATAGRAM_MAX = 65536;

    private final EventLoop loop;
    private final int backlog;
    private volatile List<Channel> bound = List.of();

    /**
     * No sockets yet.
     *
     * @param backlog how many connections may wait to be accepted
     */
    Listeners(EventLoop loop, int backlog) {
        this.loop = loop;
        this.backlog = backlog;
    }

    /** Accepts connections at an address; gives the real one. */
    InetSocketAddress acceptAt(InetSocketAddress address, Pipeline pipeline) {
        ChannelFuture binding = new ServerBootstrap()
                .group(loop, loop)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, backlog)
                .childHandler(pipeline)
                .bind(address);
        return (InetSocketAddress) bound(binding, address).localAddress();
    }

    /** Accepts connections at a Unix domain socket. */
    void acceptAt(UnixSocket socket, Pipeline pipeline) {
        try {
            SocketFile.removeStale(socket.path());
            ChannelFuture binding = new ServerBootstrap()
                    .group(loop, loop)
                    .channel(NioServerDomainSocketChannel.class)
                    .option(ChannelOption.SO_BACKLOG, backlog)
                    .childHandler(pipeline)
                    .bind(UnixDomainSocketAddress.of(socket.path()));
            TimeLimit.await(binding, "binding " + socket.path());
            if (binding.cause() != null) {
                throw new IOException(binding.cause().getMessage(), binding.cause());
            }
            add(binding.channel());
            SocketFile.allow(socket.path(), socket.mask());
        } catch (IOException e) {
            throw new IllegalStateException(
                    "failed to listen on UNIX socket: " + socket.path() + ": " + e.getMessage()
                            + " (the folder has to be there and no other file in the way, and a path has some 100 bytes at most)",
                    e);
        }
    }

    /** Receives datagrams at an address; gives the real one. */
    @SuppressWarnings("deprecation") // RCVBUF_ALLOCATOR: deprecated since Netty 4.2 only, and users may bring 4.1
    InetSocketAddress receiveAt(InetSocketAddress address, DatagramServer server) {
        ChannelFuture binding = new Bootstrap()
                .group(loop)
                .channel(NioDatagramChannel.class)
                .option(ChannelOption.RCVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(DATAGRAM_MAX))
                .handler(server)
                .bind(address);
        return (InetSocketAddress) bound(binding, address).localAddress();
    }

    /** Whether connections and datagrams are taken from the operating system, or wait there. */
    void accept(boolean enabled) {
        bound.forEach(channel -> channel.config().setAutoRead(enabled));
    }

    boolean areOpen() {
        return !bound.isEmpty();
    }

    /** Closes them all; their ports are free once the loop has selected again. */
    void close() {
        for (Channel channel : bound) {
            TimeLimit.await(channel.close(), "closing " + channel);
        }
        bound = List.of();
    }

    private synchronized void add(Channel channel) {
        List<Channel> more = new ArrayList<>(bound);
        more.add(channel);
        bound = List.copyOf(more);
    }

    private Channel bound(ChannelFuture binding, InetSocketAddress address) {
        TimeLimit.await(binding, "binding " + address);
        Throwable failure = binding.cause();
        if (failure != null) {
            throw new IllegalStateException(
                    "cannot listen on " + address.getHostString() + ":" + address.getPort() + " ("
                            + failure.getMessage() + "): stop what uses the port, or ask for port 0 to get a free one",
                    failure);
        }
        add(binding.channel());
        return binding.channel();
    }
}
