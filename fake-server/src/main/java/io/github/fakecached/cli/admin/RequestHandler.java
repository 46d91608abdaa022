package io.github.fakecached.cli.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The way of a request over HTTP: guard, page or operation, arguments, answer. What an operation does it leaves to the table. */
final class RequestHandler implements HttpHandler {

    private static final System.Logger LOGGER = System.getLogger(RequestHandler.class.getName());

    /** Of a body no more bytes are read. */
    static final int BODY_MAX = 16 * 1024 * 1024;

    private static final String DESCRIPTION = "/openapi.json";

    private final RequestGuard guard;
    private final Operations operations;

    RequestHandler(RequestGuard guard, Operations operations) {
        this.guard = guard;
        this.operations = operations;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer;
            try {
                answer = answer(exchange);
            } catch (RuntimeException e) {
                LOGGER.log(System.Logger.Level.WARNING, () -> exchange.getRequestURI() + ": " + e, e);
                answer = Answer.error(500, "the fake failed at this, which is a defect of it: " + e);
            }
            send(exchange, answer);
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        Optional<Answer> refusal = guard.refusal(exchange.getRequestHeaders());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        String path = exchange.getRequestURI().getPath();
        String method = exchange.getRequestMethod().equals("HEAD") ? "GET" : exchange.getRequestMethod();
        if (Page.has(path) || path.equals(DESCRIPTION)) {
            return method.equals("GET") ? document(path) : notAllowed(path, method, "GET");
        }
        Optional<Answer> unknown = guard.refusalOfOperations(exchange.getRequestHeaders());
        if (unknown.isPresent()) {
            return unknown.get();
        }
        Map<String, Operation> there = operations.at(path);
        Operation operation = there.get(method);
        if (operation != null) {
            return perform(operation, exchange);
        }
        return there.isEmpty()
                ? Answer.error(
                        404,
                        "there is nothing at " + path + "; there are / and "
                                + operations.all().stream()
                                        .map(Operation::path)
                                        .distinct()
                                        .collect(Collectors.joining(", ")))
                : notAllowed(path, method, String.join(", ", new TreeSet<>(there.keySet())));
    }

    private Answer document(String path) {
        return path.equals(DESCRIPTION)
                ? Answer.of(200, "application/json", OpenApi.of(operations.all()))
                : Page.at(path);
    }

    private static Answer notAllowed(String path, String method, String allowed) {
        return Answer.error(405, path + " knows no " + method + ", but " + allowed)
                .with("Allow", allowed);
    }

    private static Answer perform(Operation operation, HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(BODY_MAX + 1);
        if (body.length > BODY_MAX) {
            return Answer.error(413, "a body has at most " + BODY_MAX + " bytes: store larger values by the protocol");
        }
        String type = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type"))
                .orElse("")
                .toLowerCase(Locale.ROOT);
        if (body.length > 0 && !type.startsWith("application/json")) {
            return Answer.error(415, "a body is JSON: send the header Content-Type: application/json");
        }
        try {
            Map<String, String> arguments = query(exchange.getRequestURI());
            if (body.length > 0) {
                Json.arguments(body).forEach((name, value) -> add(arguments, name, value));
            }
            return written(operation.perform(arguments), exchange);
        } catch (NotFound e) {
            return Answer.error(404, String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            return Answer.error(400, String.valueOf(e.getMessage()));
        } catch (IllegalStateException e) {
            return Answer.error(409, String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, String> query(URI uri) {
        Map<String, String> arguments = new LinkedHashMap<>();
        String query = Optional.ofNullable(uri.getRawQuery()).orElse("");
        for (String pair : query.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                add(
                        arguments,
                        decoded(equals < 0 ? pair : pair.substring(0, equals)),
                        equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return arguments;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, UTF_8);
    }

    private static void add(Map<String, String> arguments, String name, String value) {
        if (arguments.put(name, value) != null) {
            throw new IllegalArgumentException(name + " is given twice");
        }
    }

    private static Answer written(Result result, HttpExchange exchange) {
        if (result instanceof Result.Row row) {
            return Answer.json(200, row.values());
        }
        if (result instanceof Result.Rows rows) {
            String accept = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Accept"))
                    .orElse("");
            if (rows.text() != null && accept.startsWith("text/plain")) {
                return Answer.text(rows.text());
            }
            Map<String, Object> all = new LinkedHashMap<>(rows.besides());
            all.put(rows.name(), rows.rows());
            return Answer.json(200, all);
        }
        return Answer.nothing();
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        boolean silent = exchange.getRequestMethod().equals("HEAD") || answer.body().length == 0;
        exchange.sendResponseHeaders(answer.status(), silent ? -1 : answer.body().length);
        if (!silent) {
            exchange.getResponseBody().write(answer.body());
        }
    }
}
