package org.relais.keycloak.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The machine's own Node.js and npm, in a folder. */
final class Npm {

    private static final int OLDEST_NODE = 20;
    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

    private final Path folder;
    private final Path classes;

    Npm(Path folder, Path classes) {
        this.folder = folder;
        this.classes = classes;
    }

    void requireNode() throws IOException, InterruptedException {
        String version = versionOfNode();
        Matcher number = Pattern.compile("v(\\d+)\\..*").matcher(version);
        if (!number.matches() || Integer.parseInt(number.group(1)) < OLDEST_NODE) {
            throw new IllegalStateException(
                    "Node.js %d or newer is needed to build the pages of the consoles; this machine has %s."
                            .formatted(OLDEST_NODE, version.isEmpty() ? "none" : version));
        }
    }

    void run(String... arguments) throws IOException, InterruptedException {
        List<String> command = Stream.concat(Stream.of(WINDOWS ? "npm.cmd" : "npm"), Stream.of(arguments))
                .toList();
        var process = new ProcessBuilder(command).directory(folder.toFile()).inheritIO();
        process.environment().put("RELAIS_CLASSES", classes.toString());
        if (process.start().waitFor() != 0) {
            throw new IllegalStateException(
                    "“%s” failed in %s; what it says stands above.".formatted(String.join(" ", command), folder));
        }
    }

    /** Empty if there is none. */
    private static String versionOfNode() throws InterruptedException {
        try {
            Process node = new ProcessBuilder("node", "--version").start();
            String version = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return node.waitFor() == 0 ? version : "";
        } catch (IOException notThere) {
            return "";
        }
    }
}
