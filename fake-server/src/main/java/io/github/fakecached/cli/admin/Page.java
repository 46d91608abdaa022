package io.github.fakecached.cli.admin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** The live page: files of the jar. They hold nothing of the fakes, which the page's script asks for by the operations. */
final class Page {

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final Map<String, String> TYPES = Map.of(
            "/page.html", "text/html; charset=utf-8",
            "/page.css", "text/css; charset=utf-8",
            "/page.js", "text/javascript; charset=utf-8");

    private Page() {}

    static boolean has(String path) {
        return path.equals("/") || TYPES.containsKey(path);
    }

    static Answer at(String path) {
        String name = path.equals("/") ? "/page.html" : path;
        try (InputStream file = Page.class.getResourceAsStream(name.substring(1))) {
            if (file == null) {
                throw new IllegalStateException("the jar has no " + name);
            }
            return new Answer(
                    200,
                    Map.of("Content-Type", TYPES.getOrDefault(name, ""), "Content-Security-Policy", POLICY),
                    file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
