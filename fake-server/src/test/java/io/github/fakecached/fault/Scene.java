package io.github.fakecached.fault;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.github.fakecached.FakeMemcached;
import io.github.fakecached.TestCertificates;
import io.github.fakecached.Tls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;

/** A fake whose clock stands still, and a socket that is connected to it and interprets nothing. */
final class Scene implements AutoCloseable {

    private static final int TIME_LIMIT_MILLIS = 5_000;

    final Way way;
    final FakeMemcached memcached;
    final Faults faults;
    private Socket plain = new Socket();
    private Socket socket = plain;

    private Scene(Way way) {
        this.way = way;
        this.memcached = way == Way.TEXT_OVER_TLS
                ? FakeMemcached.builder().tls(Tls.withTestCertificates()).start()
                : FakeMemcached.start();
        this.faults = memcached.faults();
        memcached.clock().pause();
    }

    /** With a connection that has been used. */
    static Scene connected(Way way) throws IOException {
        Scene scene = new Scene(way);
        scene.connect();
        scene.send(way.noop());
        scene.reads(way.noopReply());
        return scene;
    }

    static Scene unconnected(Way way) {
        return new Scene(way);
    }

    void connect() throws IOException {
        plain = new Socket();
        plain.setSoTimeout(TIME_LIMIT_MILLIS);
        plain.setTcpNoDelay(true);
        plain.connect(memcached.address(), TIME_LIMIT_MILLIS);
        socket = plain;
        if (way == Way.TEXT_OVER_TLS) {
            var factory = TestCertificates.clientContext().getSocketFactory();
            socket = factory.createSocket(plain, "localhost", memcached.port(), true);
        }
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** The same where the handshake of TLS does not come to its end, and so nothing can be sent yet: that begins it. */
    void beginToSend(byte[] bytes) throws IOException {
        if (way != Way.TEXT_OVER_TLS) {
            send(bytes);
            return;
        }
        Thread sending = new Thread(() -> {
            try {
                send(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        sending.setDaemon(true);
        sending.start();
    }

    /** Reads as many bytes as are expected, and says that they are those. */
    void reads(byte[] expected) throws IOException {
        assertThat(latin1(socket.getInputStream().readNBytes(expected.length))).isEqualTo(latin1(expected));
    }

    private static String latin1(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }

    /** Says that the fault has happened so often, and that nothing has come of it to the client. */
    void hearsNothingAfter(InstalledFault fault, int hits) throws IOException {
        await().atMost(Duration.ofMillis(TIME_LIMIT_MILLIS))
                .pollInterval(Duration.ofMillis(1))
                .until(() -> fault.hits() == hits);
        memcached.stats(); // by the same thread, behind what the fault did
        assertThat(plain.getInputStream().available()).isZero();
    }

    /** Reads to the end of the connection, and says that nothing came before. */
    void isClosed() throws IOException {
        assertThat(socket.getInputStream().read()).isNegative();
    }

    /** The same where a handshake of TLS is not begun: then that is what fails. */
    void isClosedBeforeAll() throws IOException {
        if (way == Way.TEXT_OVER_TLS) {
            assertThat(plain.getInputStream().read()).isNegative();
        } else {
            isClosed();
        }
    }

    /** The same if the end is a reset. */
    void isReset() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> socket.getInputStream().read())
                .satisfies(Scene::isAReset);
    }

    /** The same if the reset comes as soon as the connection is there: that may be before the client knows that it is. */
    void isResetOnConnecting() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> {
                    connect();
                    socket.getInputStream().read();
                })
                .satisfies(Scene::isAReset);
    }

    /** JSSE wraps it in an exception of its own. */
    private static void isAReset(IOException e) {
        assertThat(e instanceof SocketException ? e : e.getCause()).isInstanceOf(SocketException.class);
    }

    /** Says that the connection serves requests. */
    void goesOn() throws IOException {
        send(way.noop());
        reads(way.noopReply());
    }

    boolean isStored() {
        return memcached.contents().get("k").isPresent();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        plain.close();
        memcached.close();
    }
}
