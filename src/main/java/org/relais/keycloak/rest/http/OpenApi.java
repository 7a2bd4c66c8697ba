package org.relais.keycloak.rest.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads the OpenAPI document, which the build generates from the resources. */
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
