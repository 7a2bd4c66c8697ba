package org.relais.keycloak.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.relais.keycloak.server.DockerfileOptions;
import org.relais.keycloak.server.Fingerprint;
import org.relais.keycloak.server.KeycloakInstallation;
import org.relais.keycloak.server.KeycloakServer;
import org.relais.keycloak.server.Ports;
import org.relais.keycloak.server.Project;
import org.relais.keycloak.server.ServerStart;

/**
 * The server of the demo, built with the image's options but with a database in a file. What was done in the demo stays
 * until the realm files or the JAR change; then the realm is imported into an empty database again.
 */
final class DemoInstallation {

    private static final Duration DEADLINE = Duration.ofMinutes(5);
    private static final Map<String, String> FIRST_ADMINISTRATOR =
            Map.of("KC_BOOTSTRAP_ADMIN_USERNAME", "admin", "KC_BOOTSTRAP_ADMIN_PASSWORD", "admin");

    private final Path folder;
    private final Path docker;

    DemoInstallation(Path folder, Path docker) {
        this.folder = folder;
        this.docker = docker;
    }

    KeycloakServer start(Ports ports) throws IOException {
        var installation = KeycloakInstallation.prepare(
                folder.resolve("keycloak"), Project.serverDist(), List.of(Project.jar()), options());
        Path marker = folder.resolve("imported");
        String wanted = Fingerprint.fingerprint()
                .ofFolder(realmFiles())
                .of(List.of(Project.jar()))
                .text();
        if (Fingerprint.isKept(marker, wanted)) {
            return start(installation, ports, Map.of(), List.of());
        }
        Files.deleteIfExists(marker);
        installation.deleteData();
        copyRealm(installation.data().resolve("import"));
        var server = start(installation, ports, FIRST_ADMINISTRATOR, List.of("--import-realm"));
        Files.writeString(marker, wanted);
        return server;
    }

    private KeycloakServer start(
            KeycloakInstallation installation, Ports ports, Map<String, String> settings, List<String> arguments)
            throws IOException {
        Path log = folder.resolve("keycloak.log");
        return KeycloakServer.start(new ServerStart(installation, ports, settings, arguments, log, DEADLINE));
    }

    private Map<String, String> options() throws IOException {
        Map<String, String> options = new LinkedHashMap<>(DockerfileOptions.read(docker.resolve("Dockerfile")));
        options.keySet().removeIf(name -> name.startsWith("KC_DB_"));
        options.put("KC_DB", "dev-file");
        options.put("KC_CACHE", "local");
        // A browser that has seen an older build of the pages asks again.
        options.put("KC_SPI_THEME__STATIC_MAX_AGE", "-1");
        return options;
    }

    private Path realmFiles() {
        return docker.resolve("realm");
    }

    private void copyRealm(Path target) throws IOException {
        Files.createDirectories(target);
        try (Stream<Path> files = Files.list(realmFiles())) {
            for (Path file : files.filter(f -> f.toString().endsWith(".json")).toList()) {
                Files.copy(file, target.resolve(file.getFileName()));
            }
        }
    }
}
