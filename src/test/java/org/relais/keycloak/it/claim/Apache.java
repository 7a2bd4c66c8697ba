package org.relais.keycloak.it.claim;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.relais.keycloak.server.Ports;
import org.relais.keycloak.server.Project;

/** Debian's Apache with mod_auth_openidc and a configuration of its own, on the loopback address. */
final class Apache implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/sbin/apache2");
    private static final Path MODULES = Path.of("/usr/lib/apache2/modules");
    private static final List<String> NEEDED =
            List.of("mpm_event", "authn_core", "authz_core", "auth_openidc", "proxy", "proxy_http");

    private final Process process;
    private final Path log;

    private Apache(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** @param recipe what the configuration adds to the bare server */
    static Apache serving(int port, String recipe) {
        requireInstalled();
        try {
            Path folder = Files.createDirectories(Project.target().resolve("it/apache"));
            Path log = folder.resolve("error.log");
            Files.deleteIfExists(log);
            Path configuration = folder.resolve("apache.conf");
            Files.writeString(configuration, bare(port, folder) + recipe);
            Process process = new ProcessBuilder(PROGRAM.toString(), "-D", "FOREGROUND", "-f", configuration.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("output.log").toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            Apache apache = new Apache(process, log);
            await().atMost(Duration.ofSeconds(30)).until(() -> apache.isServing(port));
            return apache;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        await().atMost(Duration.ofSeconds(30)).until(() -> !process.isAlive());
    }

    private boolean isServing(int port) {
        if (!process.isAlive()) {
            throw new AssertionError("Apache did not start: see " + log.resolveSibling("output.log") + " and " + log);
        }
        return Ports.isBusy(port);
    }

    private static void requireInstalled() {
        Stream.concat(Stream.of(PROGRAM), NEEDED.stream().map(Apache::module))
                .filter(Files::notExists)
                .findFirst()
                .ifPresent(missing -> {
                    throw new AssertionError(
                            "%s is missing. The recipe for Apache is tested with Debian's packages: ".formatted(missing)
                                    + "apt-get install apache2 libapache2-mod-auth-openidc");
                });
    }

    private static String bare(int port, Path folder) {
        StringBuilder text = new StringBuilder();
        NEEDED.forEach(name -> text.append("LoadModule %s_module %s%n".formatted(name, module(name))));
        text.append("""
                ServerName localhost
                Listen 127.0.0.1:%d
                DefaultRuntimeDir "%s"
                PidFile apache.pid
                ErrorLog "%s"
                LogLevel warn
                StartServers 1
                """.formatted(port, folder, folder.resolve("error.log")));
        if (System.getProperty("user.name").equals("root")) {
            text.append("User www-data\nGroup www-data\n");
        }
        return text.toString();
    }

    private static Path module(String name) {
        return MODULES.resolve("mod_" + name + ".so");
    }
}
