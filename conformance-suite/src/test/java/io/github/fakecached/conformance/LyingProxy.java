package io.github.fakecached.conformance;

import io.github.fakecached.conformance.target.Capabilities;
import io.github.fakecached.conformance.target.Startup;
import io.github.fakecached.conformance.target.Target;
import io.github.fakecached.conformance.target.TargetAbsent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** A target between the tests and another target, which changes what that one answers: tests of the tests. */
public final class LyingProxy implements Target {

    private final Target honest;
    private final UnaryOperator<String> lie;
    private final LoopbackServer proxy;

    /** Passes on what the honest target answers, changed. */
    public LyingProxy(Target honest, UnaryOperator<String> lie) {
        this.honest = honest;
        this.lie = lie;
        proxy = new LoopbackServer("lying proxy", this::serve);
    }

    private void serve(Socket client) throws IOException {
        var server = new Socket(honest.address().getAddress(), honest.address().getPort());
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        LoopbackServer.inBackground("lying proxy", () -> copy(client, server, UnaryOperator.identity()));
        copy(server, client, lie);
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

    @Override
    public String name() {
        return "liar";
    }

    @Override
    public InetSocketAddress address() {
        return proxy.address();
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
        proxy.close();
        honest.close();
    }
}
