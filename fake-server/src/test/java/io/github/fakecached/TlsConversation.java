package io.github.fakecached;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** A conversation in text over TLS with Java's own sockets, which check that the certificate is one for localhost. */
final class TlsConversation implements AutoCloseable {

    private final Socket plain;
    private final SSLSocket socket;
    private final TextConversation text;

    TlsConversation(InetSocketAddress address, SSLContext context) throws IOException {
        plain = TextConversation.connected(address);
        socket = (SSLSocket) context.getSocketFactory().createSocket(plain, "localhost", address.getPort(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        text = new TextConversation(socket);
    }

    /** Speaks this version of TLS only; to be called before anything is sent. */
    void speak(String version) {
        socket.setEnabledProtocols(new String[] {version});
    }

    String say(String request) throws IOException {
        return text.say(request);
    }

    String sayLast(String request) throws IOException {
        return text.sayLast(request);
    }

    String cipher() {
        return socket.getSession().getCipherSuite();
    }

    void sendUnencrypted(String bytes) throws IOException {
        plain.getOutputStream().write(bytes.getBytes(ISO_8859_1));
        plain.getOutputStream().flush();
    }

    /** Whether the connection ends with an error of TLS, or at all. */
    boolean isCutOff() throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SSLException e) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
