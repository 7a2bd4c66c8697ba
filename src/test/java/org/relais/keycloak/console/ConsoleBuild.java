package org.relais.keycloak.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.relais.keycloak.server.Fingerprint;

/**
 * Checks, tests and builds the pages with npm: {@code ConsoleBuild <themes> <target> <classes>}. What an earlier run has done
 * is not done again while nothing of it has changed.
 */
public final class ConsoleBuild {

    private static final List<String> LIBRARIES = List.of("package.json", "package-lock.json", ".npmrc");

    private final Path themes;
    private final Path target;
    private final Path classes;
    private final Npm npm;

    private ConsoleBuild(Path themes, Path target, Path classes) {
        this.themes = themes;
        this.target = target;
        this.classes = classes;
        this.npm = new Npm(themes.resolve("console"), classes);
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        new ConsoleBuild(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2])).run();
    }

    private void run() throws IOException, InterruptedException {
        Path marker = target.resolve("console-built");
        String sources = sources();
        if (Fingerprint.isKept(marker, sources)
                && Stream.of("account", "admin")
                        .map(console -> classes.resolve("theme/relais/" + console + "/theme.properties"))
                        .allMatch(Files::exists)) {
            return;
        }
        npm.requireNode();
        install();
        npm.run("run", "check");
        npm.run("test");
        npm.run("run", "build");
        Files.createDirectories(target);
        Files.writeString(marker, sources);
    }

    private void install() throws IOException, InterruptedException {
        Path marker = themes.resolve("console/node_modules/.relais");
        String libraries = Fingerprint.fingerprint()
                .of(LIBRARIES.stream().map(themes.resolve("console")::resolve).toList())
                .text();
        if (!Fingerprint.isKept(marker, libraries)) {
            npm.run("ci", "--ignore-scripts");
            Files.writeString(marker, libraries);
        }
    }

    /** What the pages are made of, and the description of the API that their types are compared with. */
    private String sources() throws IOException {
        try (Stream<Path> files = Files.walk(themes)) {
            List<Path> sources = Stream.concat(
                            files.filter(Files::isRegularFile).filter(this::isSource),
                            Stream.of(classes.resolve("relais-openapi.json")))
                    .sorted()
                    .toList();
            return Fingerprint.fingerprint().of(sources).text();
        }
    }

    private boolean isSource(Path file) {
        return Stream.of("node_modules", "dist")
                .noneMatch(made -> file.startsWith(themes.resolve("console").resolve(made)));
    }
}
