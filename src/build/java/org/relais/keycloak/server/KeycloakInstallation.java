package org.relais.keycloak.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * An unpacked and built server in a folder of its own. It is made once: an installation whose server archive, provider
 * JARs and options have not changed is taken as it is.
 */
public final class KeycloakInstallation {

    private final Path home;
    private final Map<String, String> options;

    private KeycloakInstallation(Path home, Map<String, String> options) {
        this.home = home;
        this.options = Map.copyOf(options);
    }

    /**
     * @param home where the server is, or is to be
     * @param providers the JARs of its folder {@code providers}; each name once
     * @param options environment variables ({@code KC_…}) of the build and of every start
     */
    public static KeycloakInstallation prepare(Path home, Path dist, List<Path> providers, Map<String, String> options)
            throws IOException {
        var installation = new KeycloakInstallation(home.toAbsolutePath().normalize(), options);
        installation.unpack(dist);
        installation.build(providers);
        return installation;
    }

    /** A second server with the same build; nobody's data comes along. The times of the JARs stay, which matters. */
    public KeycloakInstallation copyTo(Path folder) throws IOException {
        Path copy = folder.toAbsolutePath().normalize();
        Folders.delete(copy);
        Files.createDirectories(copy.getParent());
        Path log = copy.resolveSibling(copy.getFileName() + "-copy.log");
        Commands.run(List.of("cp", "-a", home.toString(), copy.toString()), Map.of(), log);
        var second = new KeycloakInstallation(copy, options);
        second.deleteData();
        return second;
    }

    public Path home() {
        return home;
    }

    /** Databases of the kind {@code dev-file}, and {@code import}. */
    public Path data() {
        return home.resolve("data");
    }

    public void deleteData() throws IOException {
        Folders.delete(data());
    }

    Map<String, String> options() {
        return options;
    }

    private void unpack(Path dist) throws IOException {
        Path marker = home.resolve(".relais-dist");
        String wanted = dist.getFileName() + " " + Files.size(dist) + " " + Files.getLastModifiedTime(dist);
        if (Fingerprint.isKept(marker, wanted)) {
            return;
        }
        Folders.delete(home);
        Folders.unzipTop(dist, home);
        Files.writeString(marker, wanted);
    }

    private void build(List<Path> providers) throws IOException {
        Path marker = home.resolve(".relais-built");
        String wanted = Fingerprint.fingerprint().of(providers).of(options).text();
        if (Fingerprint.isKept(marker, wanted)) {
            return;
        }
        Files.deleteIfExists(marker);
        Folders.delete(home.resolve("providers"));
        Files.createDirectories(home.resolve("providers"));
        for (Path provider : providers) {
            Files.copy(provider, home.resolve("providers").resolve(provider.getFileName()));
        }
        Path log = home.resolveSibling(home.getFileName() + "-build.log");
        Commands.run(List.of("sh", home.resolve("bin/kc.sh").toString(), "build"), options, log);
        Files.writeString(marker, wanted);
    }
}
