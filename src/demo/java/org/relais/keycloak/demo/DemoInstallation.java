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
import org.relais.keycloak.server.Memory;
import org.relais.keycloak.server.Ports;
import org.relais.keycloak.server.Project;
import org.relais.keycloak.server.ServerStart;

/**
 * The server of the demo, built with the image's options but with a database in a file. What was done in the demo stays
 * until the realm files or the JAR change; then the realm is imported into an empty database again.
 */
final class DemoInstallation {

    private static final String MAIL_PORT = "RELAIS_DEMO_SMTP_PORT";
    private static final Duration DEADLINE = Duration.ofMinutes(5);
    private static final Map<String, String> FIRST_ADMINISTRATOR =
            Map.of("KC_BOOTSTRAP_ADMIN_USERNAME", "admin", "KC_BOOTSTRAP_ADMIN_PASSWORD", "admin");

    private final Path folder;
    private final Path docker;

    DemoInstallation(Path folder, Path docker) {
        this.folder = folder;
        this.docker = docker;
    }

    /** @param mailPort where the realm sends its mails */
    KeycloakServer start(Ports ports, int mailPort) throws IOException {
        var installation = KeycloakInstallation.prepare(
                folder.resolve("keycloak"), Project.serverDist(), List.of(Project.jar()), options());
        Path marker = folder.resolve("imported");
        String wanted = Fingerprint.fingerprint()
                .ofFolder(realmFiles())
                .of(List.of(Project.jar()))
                .of(Map.of(MAIL_PORT, Integer.toString(mailPort)))
                .text();
        if (Fingerprint.isKept(marker, wanted)) {
            return start(installation, ports, settings(ports, mailPort), List.of());
        }
        Files.deleteIfExists(marker);
        installation.deleteData();
        copyRealm(installation.data().resolve("import"));
        Map<String, String> settings = settings(ports, mailPort);
        settings.putAll(FIRST_ADMINISTRATOR);
        var server = start(installation, ports, settings, List.of("--import-realm"));
        Files.writeString(marker, wanted);
        return server;
    }

    /** The address is known to Keycloak, so that mails can lead to it. */
    private static Map<String, String> settings(Ports ports, int mailPort) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("KC_HOSTNAME", "http://localhost:" + ports.http());
        settings.put(MAIL_PORT, Integer.toString(mailPort));
        return settings;
    }

    private KeycloakServer start(
            KeycloakInstallation installation, Ports ports, Map<String, String> settings, List<String> arguments)
            throws IOException {
        Path log = folder.resolve("keycloak.log");
        return KeycloakServer.start(
                new ServerStart(installation, ports, settings, arguments, Memory.SMALL, log, DEADLINE));
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
