package io.github.fakecached.cli.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.jr.ob.JSON;
import io.github.fakecached.FakeCluster;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A cluster with its door over HTTP, and a client of that. */
final class Admin implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    final FakeCluster cluster;
    final AdminServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    Admin(String... nodes) throws IOException {
        this(Optional.empty(), nodes);
    }

    Admin(Optional<String> token, String... nodes) throws IOException {
        cluster = FakeCluster.start(nodes);
        server = AdminServer.start(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), token, new Operations(cluster));
    }

    HttpResponse<String> send(String method, String path, Map<String, ?> body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.uri().resolve(path))
                .timeout(LIMIT)
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(JSON.std.asString(body)))
                .header("Content-Type", "application/json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    Map<String, Object> get(String path) throws IOException, InterruptedException {
        return object(send("GET", path, Map.of()));
    }

    /** Sends arguments, and gives what came of it, which is good; empty if there was no word. */
    Map<String, Object> post(String path, Map<String, ?> arguments) throws IOException, InterruptedException {
        return object(send("POST", path, arguments));
    }

    void delete(String path) throws IOException, InterruptedException {
        object(send("DELETE", path, Map.of()));
    }

    /** The status and the message of what is wrong. */
    String error(String method, String path, Map<String, ?> arguments) throws IOException, InterruptedException {
        HttpResponse<String> response = send(method, path, arguments);
        return response.statusCode() + " " + JSON.std.mapFrom(response.body()).get("error");
    }

    /** The rows of a list that is answered. */
    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> rows(Map<String, Object> answer, String name) {
        return (List<Map<String, Object>>) answer.get(name);
    }

    /** The first line of what is answered to these lines, in which the headers may be any. */
    String firstLine(String... lines) throws IOException {
        URI uri = server.uri();
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.setSoTimeout((int) LIMIT.toMillis());
            socket.getOutputStream().write((String.join("\r\n", lines) + "\r\n\r\n").getBytes(UTF_8));
            StringBuilder line = new StringBuilder();
            for (int c = socket.getInputStream().read();
                    c >= 0 && c != '\r';
                    c = socket.getInputStream().read()) {
                line.append((char) c);
            }
            return line.toString();
        }
    }

    private static Map<String, Object> object(HttpResponse<String> response) throws IOException {
        if (response.statusCode() == 204) {
            return Map.of();
        }
        if (response.statusCode() != 200) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
        return JSON.std.mapFrom(response.body());
    }

    @Override
    public void close() {
        server.close();
        cluster.close();
    }
}
