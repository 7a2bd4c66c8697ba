package org.relais.keycloak.it.support.protocol;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** A body that is read while the server writes it: it waits for its reader. */
public record Download(int status, InputStream body) implements AutoCloseable {

    public BufferedReader lines() {
        return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
