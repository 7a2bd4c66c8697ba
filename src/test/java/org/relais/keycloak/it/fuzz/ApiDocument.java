package org.relais.keycloak.it.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.relais.keycloak.it.support.protocol.Api;

/** The OpenAPI document: what can be asked of the API. */
final class ApiDocument {

    private static final Path DOCUMENT = Path.of("docs/reference/openapi.json");
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final JsonNode document;

    private ApiDocument(JsonNode document) {
        this.document = document;
    }

    static ApiDocument read() {
        try {
            return new ApiDocument(Api.JSON.readTree(DOCUMENT.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A method of the API.
     *
     * @param path from the server's root, with placeholders
     * @param mediaType of its body; null where it reads none
     * @param body the schema of its body
     */
    record Operation(String method, String path, List<Parameter> parameters, String mediaType, JsonNode body) {

        boolean isForAdministrators() {
            return path.startsWith("/admin/");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** @param in path, query or header */
    record Parameter(String in, String name) {}

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                if (METHODS.contains(method.getKey())) {
                    operations.add(operation(method.getKey(), path.getKey(), path.getValue(), method.getValue()));
                }
            }
        }
        return operations;
    }

    /** The schema itself, where one stands that refers to it. */
    JsonNode resolve(JsonNode schema) {
        JsonNode reference = schema.path("$ref");
        return reference.isMissingNode()
                ? schema
                : document.at(reference.asText().substring(1));
    }

    private static Operation operation(String method, String path, JsonNode shared, JsonNode own) {
        List<Parameter> parameters = Stream.of(shared, own)
                .flatMap(node -> StreamSupport.stream(node.path("parameters").spliterator(), false))
                .map(node ->
                        new Parameter(node.get("in").asText(), node.get("name").asText()))
                .toList();
        Map.Entry<String, JsonNode> content =
                own.at("/requestBody/content").properties().stream().findFirst().orElse(null);
        return new Operation(
                method.toUpperCase(Locale.ROOT),
                path,
                parameters,
                content == null ? null : content.getKey(),
                content == null ? null : content.getValue().get("schema"));
    }
}
