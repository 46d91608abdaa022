package io.github.fakecached.internal.net;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.fakecached.BuilderSettings;
import io.github.fakecached.FakeMemcachedBuilder;
import io.github.fakecached.clock.ControllableClock;
import io.github.fakecached.internal.engine.CertificateSource;
import io.github.fakecached.internal.engine.Endpoint;
import io.github.fakecached.internal.engine.Engine;
import io.github.fakecached.internal.engine.ServerSettings;
import io.github.fakecached.internal.engine.Session;
import io.github.fakecached.internal.engine.Transport;
import io.github.fakecached.internal.exchange.Recording;
import io.github.fakecached.internal.fault.FaultPlan;
import io.github.fakecached.internal.reply.Reply;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A node without sockets, for one session: all that lies between a socket's bytes and the store, in the thread of the test. Its
 * clock stands still. An error that a connection would end with is thrown.
 */
public final class EmbeddedNode {

    private static final Instant TIME = Instant.parse("2030-01-01T00:00:00.250Z");

    private final Engine engine;
    private final EmbeddedChannel channel;
    private final Session session;

    /**
     * A node whose client has connected.
     *
     * @param journal how many exchanges to note, or none, which leaves out the way through the journal
     */
    public EmbeddedNode(FakeMemcachedBuilder builder, int journal) {
        ServerSettings settings = BuilderSettings.of(builder);
        ControllableClock clock = ControllableClock.startingAt(TIME);
        clock.pause();
        Recording recording = new Recording("fuzzed");
        recording.setCapacity(journal);
        Exchanges exchanges = new Exchanges(recording, new FaultPlan(() -> {}), clock);
        engine = new Engine(settings, clock, () -> {}, CertificateSource.NONE);
        Pipeline pipeline = new Pipeline(
                settings, Transport.TCP, settings.listening().listeners().get(0), engine, null, null, null, exchanges);
        Endpoint nobody = Endpoint.unknown(Transport.TCP);
        session = new Session(0, nobody, nobody);
        channel = new EmbeddedChannel();
        channel.pipeline().addLast(new ConnectionGuard(engine.sessions(), session, 2));
        channel.pipeline().addLast(new ReadCounter(engine.sessions()));
        pipeline.addDialect(channel.pipeline(), session);
        channel.pipeline().remove(LastResort.class);
        channel.pipeline().fireChannelActive();
    }

    /** All that is answered to bytes that come in pieces of a size, if the connection is open. */
    public byte[] say(byte[] bytes, int size) {
        ByteArrayOutputStream replies = new ByteArrayOutputStream();
        for (int at = 0; at < bytes.length && channel.isOpen(); at += size) {
            channel.writeInbound(Unpooled.copiedBuffer(bytes, at, Math.min(size, bytes.length - at)));
            for (ByteBuf reply = channel.readOutbound(); reply != null; reply = channel.readOutbound()) {
                replies.writeBytes(ByteBufUtil.getBytes(reply));
                reply.release();
            }
        }
        return replies.toByteArray();
    }

    /** Whether the connection is open. */
    public boolean isOpen() {
        return channel.isOpen();
    }

    /** Whether the rest of a data block is waited for, and replies are held back so long. */
    public boolean isInData() {
        return session.isBusy();
    }

    /** Ends the connection. */
    public void hangUp() {
        channel.finishAndReleaseAll();
    }

    /** The items that a client would find, as text. */
    public List<String> items() {
        return engine
                .items()
                .all(item -> new String(item.keyAndValue(), ISO_8859_1)
                        + " key " + item.keyLength() + " flags " + item.flags() + " cas " + item.cas() + " exptime "
                        + item.exptime())
                .stream()
                .sorted()
                .toList();
    }

    /** The general statistics. */
    public Map<String, String> statistics() {
        return engine.generalStatistics().stream()
                .collect(Collectors.toMap(Reply.Statistic::name, Reply.Statistic::value));
    }
}
