package org.relais.keycloak.it.support.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.relais.keycloak.server.Project;

/** Keycloak's vault of files: one for each secret of a realm. All servers under test read the same. */
public final class Vault {

    private Vault() {}

    /** It is there: a server does not start without. */
    static Path folder() {
        try {
            return Files.createDirectories(Project.target().resolve("it").resolve("vault"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With the end of a line, as whoever writes it with an editor or with {@code echo}. */
    public static void put(TestRealm realm, String key, String secret) {
        try {
            Files.writeString(folder().resolve(escaped(realm.name()) + "_" + escaped(key)), secret + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String escaped(String name) {
        return name.replace("_", "__");
    }
}
