package io.github.fakecached.conformance.history;

import io.github.fakecached.conformance.LoopbackServer;
import io.github.fakecached.conformance.target.Capabilities;
import io.github.fakecached.conformance.target.Target;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A server of one counter that is read by two clients before either of them writes it, and which hangs up on all
 * other commands: tests of the tests. */
final class RacyServer implements Target {

    private static final long TOGETHER_MILLIS = 100;

    private final LoopbackServer server;
    private final CyclicBarrier two = new CyclicBarrier(2);
    private volatile int number;
    private volatile int unique = 1;

    RacyServer() {
        server = new LoopbackServer("racy server", this::serve);
    }

    private void serve(Socket client) throws IOException {
        try (client) {
            client.setTcpNoDelay(true);
            var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var reply = answer(line.split(" ")[0]);
                if (reply.isEmpty()) {
                    return;
                }
                client.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
            }
        }
    }

    private String answer(String command) {
        return switch (command) {
            case "version" -> "VERSION 1.6.45";
            case "gets" -> {
                var digits = String.valueOf(number);
                yield "VALUE n 0 " + digits.length() + " " + unique + "\r\n" + digits + "\r\nEND";
            }
            case "incr" -> String.valueOf(count());
            default -> "";
        };
    }

    private int count() {
        int read = number;
        try {
            two.await(TOGETHER_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | BrokenBarrierException alone) {
            two.reset();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        number = read + 1;
        unique = number + 1;
        return read + 1;
    }

    @Override
    public String name() {
        return "racy";
    }

    @Override
    public InetSocketAddress address() {
        return server.address();
    }

    @Override
    public Capabilities capabilities() {
        throw new UnsupportedOperationException("nobody asks");
    }

    @Override
    public void advance(Duration time) {
        throw new UnsupportedOperationException("it has no clock");
    }

    @Override
    public void close() {
        server.close();
    }
}
