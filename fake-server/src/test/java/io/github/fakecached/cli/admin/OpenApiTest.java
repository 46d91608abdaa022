package io.github.fakecached.cli.admin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import io.github.fakecached.FakeCluster;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The description, as it stands in {@code docs/openapi.json}; {@code -Dupdate.docs=true} has that written anew. */
class OpenApiTest {

    private static final Path PAGE = Path.of("..", "docs", "openapi.json");

    @Test
    void theDescriptionIsThatOfTheTable() throws IOException {
        String described;
        try (FakeCluster cluster = FakeCluster.start("a")) {
            described = OpenApi.of(new Operations(cluster).all());
        }
        if (Boolean.getBoolean("update.docs")) {
            Files.writeString(PAGE, described);
        }
        assertThat(PAGE).as("written anew by -Dupdate.docs=true").hasContent(described);
    }

    @Test
    void everyOperationIsInThePageAboutThem() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "STANDALONE.md"));
        try (FakeCluster cluster = FakeCluster.start("a")) {
            for (Operation operation : new Operations(cluster).all()) {
                assertThat(page)
                        .containsPattern("`" + operation.name() + "[` ]")
                        .contains("`" + operation.method() + " " + operation.path() + "`");
                assertThat(operation.parameters())
                        .allSatisfy(parameter -> assertThat(page).contains(parameter.name()));
            }
        }
    }

    @Test
    void whatIsDescribedIsServedWithTheseParametersAndNoOthers() throws Exception {
        try (Admin admin = new Admin("a")) {
            for (Map.Entry<?, ?> path : map(document().get("paths")).entrySet()) {
                for (Map.Entry<?, ?> method : map(path.getValue()).entrySet()) {
                    String error = admin.error(
                            String.valueOf(method.getKey()).toUpperCase(Locale.ROOT),
                            path.getKey() + "?bogus=1",
                            Map.of());
                    List<String> parameters = parameters(map(method.getValue()));
                    assertThat(error)
                            .as("%s %s", method.getKey(), path.getKey())
                            .startsWith("400 ")
                            .endsWith(" has no parameter \"bogus\""
                                    + (parameters.isEmpty()
                                            ? ", nor any other"
                                            : "; there are " + String.join(", ", parameters)));
                }
            }
        }
    }

    @Test
    void whatIsAnsweredIsAsDescribed() throws Exception {
        try (Admin admin = new Admin("a")) {
            admin.cluster.node("a").contents().put("k", "v", Duration.ofSeconds(9));
            admin.cluster.node("a").contents().put(new byte[] {-1}, new byte[] {-1}, 0, Optional.empty());
            admin.post("/faults", Map.of("fault", "gate", "point", "onConnect", "times", 1, "nth", 9));
            try (Socket client = new Socket("127.0.0.1", admin.cluster.node("a").port())) {
                client.getOutputStream().write("get k\r\n".getBytes(UTF_8));
                admin.cluster.node("a").journal().await(exchange -> true, 1, Duration.ofSeconds(10));
            }
            Set<String> seen = new TreeSet<>();
            for (String path : List.of("/clock", "/nodes", "/stats", "/faults", "/journal", "/contents")) {
                check(admin.get(path), schemaOf(path), path, seen);
            }
            check(admin.get("/contents/item?key=k"), schemaOf("/contents/item"), "/contents/item", seen);
            assertThat(seen).contains("/faults.faults.hits", "/journal.exchanges.keys", "/contents.items.keyBase64");
        }
    }

    private static Map<?, ?> schemaOf(String path) throws IOException {
        Map<?, ?> get = map(map(map(document().get("paths")).get(path)).get("get"));
        Map<?, ?> content = map(map(map(get.get("responses")).get("200")).get("content"));
        return map(map(content.get("application/json")).get("schema"));
    }

    /** Holds a value against a schema, as far as the description goes; gathers the properties that were there. */
    private static void check(Object value, Map<?, ?> given, String where, Set<String> seen) throws IOException {
        Map<?, ?> schema = given;
        if (given.get("$ref") instanceof String reference) {
            schema = document();
            for (String step : reference.substring(2).split("/")) {
                schema = map(schema.get(step));
            }
        }
        seen.add(where);
        switch (String.valueOf(schema.get("type"))) {
            case "object" -> checkObject(map(value), schema, where, seen);
            case "array" -> {
                for (Object element : (List<?>) value) {
                    check(element, map(schema.get("items")), where, seen);
                }
            }
            case "string" -> {
                assertThat(value).as(where).isInstanceOf(String.class);
                if (schema.get("enum") instanceof List<?> words) {
                    assertThat(words.contains(value)).as(where).isTrue();
                }
            }
            case "integer" -> assertThat(value).as(where).isInstanceOfAny(Integer.class, Long.class);
            case "number" -> assertThat(value).as(where).isInstanceOf(Number.class);
            case "boolean" -> assertThat(value).as(where).isInstanceOf(Boolean.class);
            default -> throw new AssertionError(where + ": " + schema);
        }
    }

    private static void checkObject(Map<?, ?> value, Map<?, ?> schema, String where, Set<String> seen)
            throws IOException {
        Map<?, ?> properties = schema.get("properties") instanceof Map<?, ?> known ? known : Map.of();
        if (schema.get("required") instanceof List<?> required) {
            assertThat(value.keySet().containsAll(required))
                    .as("%s has %s", where, required)
                    .isTrue();
        }
        for (Map.Entry<?, ?> entry : value.entrySet()) {
            Object property = properties.containsKey(entry.getKey())
                    ? properties.get(entry.getKey())
                    : schema.get("additionalProperties");
            assertThat(property).as("%s.%s", where, entry.getKey()).isNotNull();
            check(entry.getValue(), map(property), where + "." + entry.getKey(), seen);
        }
    }

    private static List<String> parameters(Map<?, ?> operation) {
        if (operation.get("parameters") instanceof List<?> list) {
            return list.stream()
                    .map(parameter -> String.valueOf(map(parameter).get("name")))
                    .toList();
        }
        if (operation.get("requestBody") instanceof Map<?, ?> body) {
            Map<?, ?> schema =
                    map(map(map(body.get("content")).get("application/json")).get("schema"));
            return map(schema.get("properties")).keySet().stream()
                    .map(String::valueOf)
                    .toList();
        }
        return List.of();
    }

    private static Map<String, Object> document() throws IOException {
        return JSON.std.mapFrom(Files.readString(PAGE));
    }

    private static Map<?, ?> map(Object value) {
        return (Map<?, ?>) value;
    }
}
