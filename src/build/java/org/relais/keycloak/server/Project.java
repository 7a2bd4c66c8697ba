package org.relais.keycloak.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** The places, versions and ports of this build, as Maven wrote them into {@code relais-build.properties}. */
public final class Project {

    private static final String FILE = "/relais-build.properties";
    private static final Properties BUILD = read();

    private Project() {}

    public static String version() {
        return property("version");
    }

    public static String keycloakVersion() {
        return property("keycloak.version");
    }

    public static String postgresqlVersion() {
        return property("postgresql.version");
    }

    public static int port(String name) {
        return Integer.parseInt(property(name));
    }

    public static Path target() {
        return Path.of(property("target"));
    }

    public static Path jar() {
        return existing("jar");
    }

    public static Path serverDist() {
        return existing("dist");
    }

    public static Path docker() {
        return existing("docker");
    }

    private static Path existing(String name) {
        Path path = Path.of(property(name));
        if (!Files.exists(path)) {
            throw new IllegalStateException("%s is missing: run it through Maven".formatted(path));
        }
        return path;
    }

    private static String property(String name) {
        String value = BUILD.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("%s does not say %s".formatted(FILE, name));
        }
        return value;
    }

    private static Properties read() {
        Properties build = new Properties();
        try (Reader file = new InputStreamReader(Project.class.getResourceAsStream(FILE), UTF_8)) {
            build.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return build;
    }
}
