package org.relais.keycloak.rest.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The OpenAPI document, generated from the resources when the JAR is built. */
public final class OpenApi {

    private static final String LOCATION = "/relais-openapi.json";

    private OpenApi() {}

    public static String document() {
        try (InputStream document = OpenApi.class.getResourceAsStream(LOCATION)) {
            return new String(document.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
