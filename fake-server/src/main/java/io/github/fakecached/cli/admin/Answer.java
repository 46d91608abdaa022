package io.github.fakecached.cli.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What HTTP answers, before it is sent.
 *
 * @param headers besides its length and those that every answer has
 */
record Answer(int status, Map<String, String> headers, byte[] body) {

    private static final String TYPE = "Content-Type";

    static Answer nothing() {
        return new Answer(204, Map.of(), new byte[0]);
    }

    static Answer json(int status, Object value) {
        return of(status, "application/json", Json.line(value) + "\n");
    }

    static Answer text(String text) {
        return of(200, "text/plain; charset=utf-8", text);
    }

    /** That something is wrong: what, and what to do. */
    static Answer error(int status, String message) {
        return json(status, Map.of("error", message));
    }

    static Answer of(int status, String type, String body) {
        return new Answer(status, Map.of(TYPE, type), body.getBytes(UTF_8));
    }

    /** The same with one more header. */
    Answer with(String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(name, value);
        return new Answer(status, all, body);
    }
}
