package io.github.fakecached.internal.net;

import io.github.fakecached.internal.engine.Engine;
import io.github.fakecached.internal.engine.ServedProtocol;
import io.github.fakecached.internal.engine.ServerSettings;
import io.github.fakecached.internal.wire.ProtocolDetector;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.group.ChannelGroup;

/**
 * Sets up each new connection. The way of a request from here:
 *
 * <pre>
 * socket
 *   → ConnectionGuard                        counts, limits
 *   → wire.ProtocolDetector                  text or binary, by the first byte
 *   → TextConnection or BinaryConnection     takes each request through
 *       wire.Text- or BinaryFrameDecoder       bytes → lines and data blocks, or heads and values
 *       command.Text- or BinaryParser          line or head → Command
 *       engine.Engine                          Command → Reply, by way of store.Store
 *       reply.Text- or BinaryEncoder           Reply → bytes
 *   → ReplyBuffer                            sends the replies of one read together
 * </pre>
 */
final class Pipeline extends ChannelInitializer<Channel> {

    private final ServerSettings settings;
    private final Engine engine;
    private final ChannelGroup open;

    Pipeline(ServerSettings settings, Engine engine, ChannelGroup open) {
        this.settings = settings;
        this.engine = engine;
        this.open = open;
    }

    @Override
    protected void initChannel(Channel channel) {
        open.add(channel);
        channel.pipeline()
                .addLast(new ConnectionGuard(engine.connections(), settings.maxConnections()))
                .addLast(firstOf(settings.protocol()));
    }

    private ChannelHandler firstOf(ServedProtocol protocol) {
        return switch (protocol) {
            case ASCII -> textConnection();
            case BINARY -> binaryConnection();
            case AUTO -> new ProtocolDetector(this::textConnection, this::binaryConnection);
        };
    }

    private ChannelHandler textConnection() {
        return new TextConnection(settings.traits(), engine);
    }

    private ChannelHandler binaryConnection() {
        return new BinaryConnection(engine);
    }
}
