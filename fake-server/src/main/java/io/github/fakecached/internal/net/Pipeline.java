package io.github.fakecached.internal.net;

import io.github.fakecached.internal.engine.Engine;
import io.github.fakecached.internal.engine.ListenerSettings;
import io.github.fakecached.internal.engine.ListenerSettings.Encryption;
import io.github.fakecached.internal.engine.ServedProtocol;
import io.github.fakecached.internal.engine.ServerSettings;
import io.github.fakecached.internal.engine.Session;
import io.github.fakecached.internal.engine.Transport;
import io.github.fakecached.internal.tls.ServerTls;
import io.github.fakecached.internal.wire.ProtocolDetector;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerAdapter;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.FixedRecvByteBufAllocator;
import org.jspecify.annotations.Nullable;

/**
 * Sets up each new connection. The way of a request from here:
 *
 * <pre>
 * socket
 *   → OutageHandler                          while the node is paused or partitioned: holds or drops bytes
 *   → ConnectionGuard                        counts, limits
 *   → ConnectFault                           if there are faults: CONNECT; gives way to what follows
 *   → IdleTimeout                            if it is set: closes a connection without commands
 *   → Netty's SslHandler, TlsEvents          if TLS is served: decrypts, counts handshakes
 *   → ReadCounter                            counts bytes
 *   → wire.ProtocolDetector                  text or binary, by the first byte
 *   → SignInConnection                       only where a text client has to sign in, until it has
 *   → TextConnection or BinaryConnection     takes each request through, and FaultPerformer in between
 *       wire.Text- or BinaryFrameDecoder       bytes → lines and data blocks, or heads and values
 *       engine.CustomCommand                   a line that is not for memcached, if there are such: ends here
 *       command.Text- or BinaryParser          line or head → Command; the journal's exchange begins
 *       engine.Engine                          Command → Reply, by way of store.Store
 *       reply.Text- or BinaryEncoder           Reply → bytes; the journal's exchange ends
 *   → ReplyBuffer                            sends the replies of one read together, by way of SslHandler
 *   → LastResort                             errors: closes the connection
 * </pre>
 *
 * Over UDP each datagram takes the same way from ProtocolDetector on, in a channel of its own between {@link DatagramServer} and
 * {@link DatagramReplies}.
 */
@ChannelHandler.Sharable
final class Pipeline extends ChannelHandlerAdapter {

    /** memcached's own: it decides how much of a line without an end is seen at once. */
    private static final int READ_BUFFER = 16384;

    private static final FixedRecvByteBufAllocator READS = new FixedRecvByteBufAllocator(READ_BUFFER);

    private final ServerSettings settings;
    private final Transport transport;
    private final ListenerSettings listener;
    private final Engine engine;
    private final @Nullable IdleTimeout idleTimeout;
    private final @Nullable ServerTls tls;
    private final Connections connections;
    private final Exchanges exchanges;

    Pipeline(
            ServerSettings settings,
            Transport transport,
            ListenerSettings listener,
            Engine engine,
            @Nullable IdleTimeout idleTimeout,
            @Nullable ServerTls tls,
            Connections connections,
            Exchanges exchanges) {
        this.exchanges = exchanges;
        this.settings = settings;
        this.transport = transport;
        this.listener = listener;
        this.engine = engine;
        this.idleTimeout = idleTimeout;
        this.tls = tls;
        this.connections = connections;
    }

    /** As Netty's ChannelInitializer would do it, of which each fake had to keep a table. */
    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        context.pipeline().remove(this);
        try {
            setUp(context.channel());
        } catch (RuntimeException e) {
            context.channel().close();
            throw e;
        }
    }

    private void setUp(Channel channel) {
        channel.config().setOption(ChannelOption.TCP_NODELAY, true); // if there is such an option
        channel.config().setRecvByteBufAllocator(READS);
        connections.add(channel);
        Session session = new Session(
                exchanges.nextConnection(),
                Addresses.endpoint(transport, channel.remoteAddress()),
                Addresses.endpoint(transport, channel.localAddress()));
        ChannelPipeline pipeline = channel.pipeline();
        pipeline.addLast(new ConnectionGuard(
                engine.sessions(), session, settings.listening().maxConnections()));
        if (exchanges.faults().isEmpty()) {
            addReaders(pipeline, session);
        } else {
            pipeline.addLast(new ConnectFault(exchanges, () -> addReaders(pipeline, session)));
        }
    }

    private void addReaders(ChannelPipeline pipeline, Session session) {
        if (idleTimeout != null && transport == Transport.TCP) {
            pipeline.addLast(idleTimeout.of(session));
        }
        if (tls != null && transport == Transport.TCP && listener.encryption() != Encryption.NONE) {
            pipeline.addLast(tls.handler(pipeline.channel().alloc(), listener.encryption()))
                    .addLast(new TlsEvents(engine.sessions()));
        }
        addDialect(pipeline.addLast(new ReadCounter(engine.sessions())), session);
    }

    /** Adds the handlers that serve requests, wherever their bytes come from. */
    void addDialect(ChannelPipeline pipeline, Session session) {
        pipeline.addLast(firstOf(listener.protocol(), session)).addLast(new LastResort());
    }

    private ChannelHandler firstOf(ServedProtocol protocol, Session session) {
        return switch (protocol) {
            case ASCII -> textConnection(session);
            case BINARY -> binaryConnection(session);
            case AUTO -> new ProtocolDetector(() -> textConnection(session), () -> binaryConnection(session));
        };
    }

    private ChannelHandler textConnection(Session session) {
        return settings.authentication().text() == null || session.isSignedIn()
                ? signedInTextConnection(session)
                : new SignInConnection(
                        settings.traits(), engine, session, exchanges, () -> signedInTextConnection(session));
    }

    private ChannelHandler signedInTextConnection(Session session) {
        return new TextConnection(
                settings.traits(),
                TextParsers.of(settings.traits()),
                engine,
                session,
                exchanges,
                settings.permissions().custom());
    }

    private ChannelHandler binaryConnection(Session session) {
        return new BinaryConnection(engine, session, exchanges);
    }
}
