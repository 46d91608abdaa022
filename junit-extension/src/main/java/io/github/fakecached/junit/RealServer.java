package io.github.fakecached.junit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.fakecached.ConnectionSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A real server at an address, as far as this extension has to speak with it. Who started it, if anybody, is for others to know. */
class RealServer implements AutoCloseable {

    /** Waiting any longer makes tests that nobody wants to wait for. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private static final int TIME_LIMIT_MILLIS = 5000;
    private static final long POLL_NANOS = 20_000_000;
    private static final String TIME = "STAT time ";

    private final ConnectionSettings settings;

    /** The one server of these settings. */
    RealServer(ConnectionSettings settings) {
        this.settings = settings;
    }

    InetSocketAddress address() {
        return settings.servers().get(0);
    }

    /** Seconds since 1970 by the server's clock. */
    long time() {
        String line = ask("stats\r\n", TIME);
        return Long.parseLong(line.substring(TIME.length()));
    }

    void flush() {
        ask("flush_all\r\n", "OK");
    }

    /** Whether a server answers. */
    boolean answers() {
        try {
            ask("version\r\n", "VERSION ");
            return true;
        } catch (IllegalStateException | UncheckedIOException e) {
            return false;
        }
    }

    /** Lets time pass on the server, and returns when it has: here by waiting for it. */
    void advance(Duration time) {
        if (time.compareTo(LONGEST_WAIT) > 0) {
            throw FakeOnly.because(
                    "the clock of " + this + " cannot be moved, for which it would have to be a container"
                            + " whose image has libfaketime, and " + time + " are too long to be waited for");
        }
        long due = time() + time.toSeconds();
        await(() -> time() >= due, time.plusSeconds(10), "its clock to show " + due);
    }

    /** Waits for something of this server. */
    final void await(BooleanSupplier condition, Duration limit, String what) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("waited " + limit + " in vain for " + this + ", " + what);
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    /** Sends a command and gives the first line of the reply that begins so. */
    private String ask(String command, String beginning) {
        try (Socket socket = socket()) {
            socket.connect(address(), TIME_LIMIT_MILLIS);
            socket.setSoTimeout(TIME_LIMIT_MILLIS);
            BufferedReader reply = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            if (settings.user().isPresent()) {
                send(socket, signIn(settings.user().get()));
                reply.readLine(); // whether that went well is seen by what the command gets
            }
            send(socket, command);
            for (String line = reply.readLine(); line != null && !line.equals("END"); line = reply.readLine()) {
                if (line.startsWith(beginning)) {
                    return line;
                } else if (!line.startsWith("STAT ")) {
                    throw new IllegalStateException(this + " answers " + command.trim() + " with " + line);
                }
            }
            throw new IllegalStateException(this + " does not answer " + command.trim() + " with " + beginning);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    this + " does not answer: " + e.getMessage() + ". Is it running? " + RealSettings.SERVER
                            + " says which servers the tests use.",
                    e);
        }
    }

    private Socket socket() throws IOException {
        return settings.tls().isPresent()
                ? settings.tls().get().getSocketFactory().createSocket()
                : new Socket();
    }

    private static String signIn(PasswordAuthentication user) {
        String data = user.getUserName() + " " + new String(user.getPassword());
        return "set sign-in 0 0 " + data.getBytes(UTF_8).length + "\r\n" + data + "\r\n";
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(UTF_8));
    }

    /** Ends it, if it is ours. */
    @Override
    public void close() {}

    @Override
    public String toString() {
        return "memcached at " + address().getHostString() + ":" + address().getPort();
    }
}
