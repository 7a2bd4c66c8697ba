package org.relais.keycloak.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Child processes that cannot be surprised by the {@code KC_…} variables of whoever runs the build. */
final class Commands {

    private static final long LIMIT_MINUTES = 10;
    private static final int TAIL_LINES = 40;

    private Commands() {}

    static Process start(List<String> command, Map<String, String> variables, Path log) throws IOException {
        Files.createDirectories(log.getParent());
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("KC_") || name.startsWith("KEYCLOAK_"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(variables);
        return builder.start();
    }

    static void run(List<String> command, Map<String, String> variables, Path log) throws IOException {
        Process process = start(command, variables, log);
        try {
            if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IOException("%s took more than %d minutes".formatted(command, LIMIT_MINUTES) + tail(log));
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for " + command, e);
        }
        if (process.exitValue() != 0) {
            throw new IOException("%s ended with %d".formatted(command, process.exitValue()) + tail(log));
        }
    }

    /** The end of a log as the end of a message. */
    static String tail(Path log) throws IOException {
        List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                .lines()
                .toList();
        List<String> last = lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size());
        return ". The end of %s:%n%s".formatted(log, String.join(System.lineSeparator(), last));
    }
}
