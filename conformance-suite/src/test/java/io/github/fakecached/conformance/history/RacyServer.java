package io.github.fakecached.conformance.history;

import io.github.fakecached.conformance.target.Capabilities;
import io.github.fakecached.conformance.target.Target;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
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

    private final ServerSocket listener;
    private final CyclicBarrier two = new CyclicBarrier(2);
    private volatile int number;
    private volatile int unique = 1;

    RacyServer() {
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        inBackground(() -> {
            while (!listener.isClosed()) {
                var client = listener.accept();
                inBackground(() -> serve(client));
            }
        });
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

    private static void inBackground(Work work) {
        var thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException closed) {
                        // The test is over.
                    }
                },
                "racy server");
        thread.setDaemon(true);
        thread.start();
    }

    private interface Work {
        void run() throws IOException;
    }

    @Override
    public String name() {
        return "racy";
    }

    @Override
    public InetSocketAddress address() {
        return new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort());
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
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
