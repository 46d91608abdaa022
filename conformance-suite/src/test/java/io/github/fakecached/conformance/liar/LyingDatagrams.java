package io.github.fakecached.conformance.liar;

import io.github.fakecached.conformance.LoopbackServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Passes on datagrams between clients, one after the other, and an honest server, and lies about answers: something in them is
 * another. None is left out, so that nobody waits for it.
 */
public final class LyingDatagrams implements AutoCloseable {

    private static final int LARGEST = 65_535;

    private static final int HEAD = 8;
    private static final int LINE_END = 2;

    private final DatagramSocket clients;
    private final DatagramSocket server;
    private final Replies replies;
    private volatile @Nullable SocketAddress client;

    /** Listens beside a server that tells the truth. */
    public LyingDatagrams(InetSocketAddress honest, Replies replies) {
        this.replies = replies;
        try {
            clients = new DatagramSocket(0, InetAddress.getLoopbackAddress());
            server = new DatagramSocket();
            server.connect(honest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        LoopbackServer.inBackground("lying datagrams", this::passOnQuestions);
        LoopbackServer.inBackground("lying datagrams", this::passOnReplies);
    }

    private void passOnQuestions() throws IOException {
        while (true) {
            var packet = receive(clients);
            client = packet.getSocketAddress();
            server.send(new DatagramPacket(packet.getData(), packet.getLength()));
        }
    }

    private void passOnReplies() throws IOException {
        while (true) {
            var packet = receive(server);
            var bytes = Arrays.copyOf(packet.getData(), packet.getLength());
            if (replies.next() != Lie.NONE) {
                bytes = changed(bytes);
            }
            clients.send(new DatagramPacket(bytes, bytes.length, client));
        }
    }

    private static byte[] changed(byte[] bytes) {
        var changed = Arrays.copyOf(bytes, Math.max(bytes.length, HEAD + 1));
        changed[Math.max(HEAD, bytes.length - LINE_END - 1)] ^= 1;
        return changed;
    }

    private static DatagramPacket receive(DatagramSocket socket) throws IOException {
        var packet = new DatagramPacket(new byte[LARGEST], LARGEST);
        socket.receive(packet);
        return packet;
    }

    /** Where it takes datagrams. */
    public InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), clients.getLocalPort());
    }

    @Override
    public void close() {
        clients.close();
        server.close();
    }
}
