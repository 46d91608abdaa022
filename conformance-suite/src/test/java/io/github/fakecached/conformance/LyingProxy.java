package io.github.fakecached.conformance;

import io.github.fakecached.conformance.target.Capabilities;
import io.github.fakecached.conformance.target.Startup;
import io.github.fakecached.conformance.target.Target;
import io.github.fakecached.conformance.target.TargetAbsent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** A target between the tests and another target, which changes what that one answers: tests of the tests. */
public final class LyingProxy implements Target {

    private final Target honest;
    private final UnaryOperator<String> lie;
    private final ServerSocket listener;

    /** Passes on what the honest target answers, changed. */
    public LyingProxy(Target honest, UnaryOperator<String> lie) {
        this.honest = honest;
        this.lie = lie;
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        inBackground(this::serve);
    }

    private void serve() throws IOException {
        while (!listener.isClosed()) {
            var client = listener.accept();
            var server =
                    new Socket(honest.address().getAddress(), honest.address().getPort());
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            inBackground(() -> copy(client, server, UnaryOperator.identity()));
            inBackground(() -> copy(server, client, lie));
        }
    }

    private static void copy(Socket from, Socket to, UnaryOperator<String> change) throws IOException {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            var buffer = new byte[64 * 1024];
            int count;
            while ((count = in.read(buffer)) > 0) {
                var text = new String(buffer, 0, count, StandardCharsets.ISO_8859_1);
                out.write(change.apply(text).getBytes(StandardCharsets.ISO_8859_1));
            }
        }
    }

    private static void inBackground(Work work) {
        var thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException closed) {
                        // One side hung up; the other one is closed with it.
                    }
                },
                "lying proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private interface Work {
        void run() throws IOException;
    }

    @Override
    public String name() {
        return "liar";
    }

    @Override
    public InetSocketAddress address() {
        return new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort());
    }

    @Override
    public Capabilities capabilities() {
        return honest.capabilities();
    }

    /** It lies just the same. */
    @Override
    public Target startedWith(Startup startup) throws TargetAbsent {
        return new LyingProxy(honest.startedWith(startup), lie);
    }

    @Override
    public void advance(Duration time) {
        honest.advance(time);
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        honest.close();
    }
}
