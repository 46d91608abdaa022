package io.github.fakecached.cli.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Chromium without a screen, told what to do by its DevTools protocol. */
final class Browser implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Process chromium;
    private final Path profile;
    private final WebSocket socket;
    private final AtomicInteger last = new AtomicInteger();
    private final Map<Integer, CompletableFuture<Map<String, Object>>> answers = new ConcurrentHashMap<>();

    /** A browser that shows a page; nothing where there is no Chromium. */
    static Optional<Browser> showing(URI page, Path profile) throws Exception {
        Optional<String> program = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "chromium"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Path::toString);
        return program.isEmpty() ? Optional.empty() : Optional.of(new Browser(program.get(), page, profile));
    }

    private Browser(String program, URI page, Path profile) throws Exception {
        this.profile = profile;
        chromium = new ProcessBuilder(
                        program,
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        page.toString())
                .redirectErrorStream(true)
                .redirectOutput(profile.resolve("log").toFile())
                .start();
        Path ports = profile.resolve("DevToolsActivePort");
        await("Chromium")
                .atMost(LIMIT)
                .until(() -> Files.exists(ports) && Files.readAllLines(ports).size() > 1);
        HttpClient client = HttpClient.newHttpClient();
        URI devTools =
                URI.create("http://127.0.0.1:" + Files.readAllLines(ports).get(0) + "/json/list");
        String address = await("the page")
                .atMost(LIMIT)
                .until(() -> socketOf(devTools), Optional::isPresent)
                .orElseThrow();
        socket = client.newWebSocketBuilder()
                .buildAsync(URI.create(address), new Listener())
                .get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    private static Optional<String> socketOf(URI devTools) throws IOException {
        return JSON.std.listFrom(devTools.toURL()).stream()
                .map(Map.class::cast)
                .filter(target -> "page".equals(target.get("type")))
                .map(target -> (String) target.get("webSocketDebuggerUrl"))
                .findFirst();
    }

    /** What an expression of JavaScript comes to in the page. */
    Object evaluate(String expression) throws Exception {
        Map<?, ?> result = call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true));
        assertThat(result.get("exceptionDetails")).as(expression).isNull();
        return ((Map<?, ?>) result.get("result")).get("value");
    }

    /** Waits until the page shows a text somewhere. */
    void awaitText(String selector, String text) {
        await(selector + " with \"" + text + "\"")
                .atMost(LIMIT)
                .untilAsserted(() -> assertThat(text(selector)).contains(text));
    }

    /** The text of an element as it is shown. */
    String text(String selector) throws Exception {
        return String.valueOf(evaluate("document.querySelector('" + selector + "').innerText"));
    }

    void click(String selector) throws Exception {
        evaluate("document.querySelector('" + selector + "').click()");
    }

    /** How it looks, in a window of a size and in light or dark. */
    byte[] screenshot(int width, int height, String scheme) throws Exception {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
        call(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        return Base64.getDecoder().decode((String)
                call("Page.captureScreenshot", Map.of("format", "png")).get("data"));
    }

    Map<?, ?> call(String method, Map<String, ?> parameters) throws Exception {
        int id = last.incrementAndGet();
        CompletableFuture<Map<String, Object>> answer = new CompletableFuture<>();
        answers.put(id, answer);
        socket.sendText(JSON.std.asString(Map.of("id", id, "method", method, "params", parameters)), true)
                .get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        Map<String, Object> told = answer.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        assertThat(told).as(method).doesNotContainKey("error");
        return (Map<?, ?>) told.get("result");
    }

    private final class Listener implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean isLast) {
            text.append(data);
            if (isLast) {
                try {
                    Map<String, Object> message = JSON.std.mapFrom(text.toString());
                    if (message.get("id") instanceof Integer id) {
                        answers.remove(id).complete(message);
                    }
                } catch (IOException e) {
                    throw new AssertionError(e);
                } finally {
                    text.setLength(0);
                }
            }
            from.request(1);
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        socket.abort();
        List<ProcessHandle> all = Stream.concat(chromium.descendants(), Stream.of(chromium.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().orTimeout(10, TimeUnit.SECONDS).join());
        try (Stream<Path> files = Files.list(profile)) {
            for (Path link : files.filter(Files::isSymbolicLink).toList()) {
                Files.delete(link); // leads out of the folder that JUnit is about to delete
            }
        }
    }
}
