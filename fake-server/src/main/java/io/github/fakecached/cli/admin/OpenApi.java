package io.github.fakecached.cli.admin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The description of the door over HTTP by OpenAPI 3.0. Paths, methods and parameters are those of the table of operations, so
 * they cannot differ from what is served; what is answered is described in a file of the jar.
 */
final class OpenApi {

    private OpenApi() {}

    static String of(List<Operation> operations) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.0.3");
        Map<String, Object> components = components();
        document.put("info", components.remove("info"));
        document.put("servers", components.remove("servers"));
        Map<String, Map<String, Object>> paths = new LinkedHashMap<>();
        for (Operation operation : operations) {
            paths.computeIfAbsent(operation.path(), path -> new LinkedHashMap<>())
                    .put(operation.method().toLowerCase(Locale.ROOT), described(operation));
        }
        document.put("paths", paths);
        document.put("components", components);
        return Json.pretty(document) + "\n";
    }

    private static Map<String, Object> components() {
        try (InputStream file = OpenApi.class.getResourceAsStream("openapi-components.json")) {
            if (file == null) {
                throw new IllegalStateException("the jar has no openapi-components.json");
            }
            return Json.object(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> described(Operation operation) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("summary", operation.summary());
        described.put("operationId", operation.name().replace(' ', '-'));
        if (operation.method().equals("POST")) {
            if (!operation.parameters().isEmpty()) {
                described.put("requestBody", body(operation));
            }
        } else {
            described.put(
                    "parameters",
                    operation.parameters().stream().map(OpenApi::parameter).toList());
        }
        Map<String, Object> responses = new LinkedHashMap<>();
        if (operation.result().isEmpty()) {
            responses.put("204", Map.of("description", "Done."));
        } else {
            Map<String, Object> response = new LinkedHashMap<>();
            response.put("description", "What there is, or has become.");
            response.put("content", json(reference("schemas", operation.result())));
            responses.put("200", response);
        }
        responses.put("default", reference("responses", "Error"));
        described.put("responses", responses);
        return described;
    }

    private static Map<String, Object> body(Operation operation) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (Parameter parameter : operation.parameters()) {
            Map<String, Object> property = schema(parameter);
            property.put("description", parameter.description());
            properties.put(parameter.name(), property);
            if (parameter.required()) {
                required.add(parameter.name());
            }
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        schema.put("additionalProperties", false);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("required", !required.isEmpty());
        body.put("content", json(schema));
        return body;
    }

    private static Map<String, Object> parameter(Parameter parameter) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("name", parameter.name());
        described.put("in", "query");
        described.put("required", parameter.required());
        described.put("description", parameter.description());
        described.put("schema", schema(parameter));
        return described;
    }

    private static Map<String, Object> schema(Parameter parameter) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", parameter.type().name().toLowerCase(Locale.ROOT));
        if (!parameter.choices().isEmpty()) {
            schema.put("enum", parameter.choices());
        }
        return schema;
    }

    private static Map<String, Object> json(Map<String, Object> schema) {
        return Map.of("application/json", Map.of("schema", schema));
    }

    private static Map<String, Object> reference(String kind, String name) {
        return Map.of("$ref", "#/components/" + kind + "/" + name);
    }
}
