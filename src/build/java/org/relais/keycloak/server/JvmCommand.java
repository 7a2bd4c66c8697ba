package org.relais.keycloak.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line that {@code kc.sh} would make. The JVM is started without it, because a killed shell would leave its
 * Java process behind.
 */
final class JvmCommand {

    private static final List<String> OPTIONS = List.of(
            "-XX:MetaspaceSize=96M",
            "-XX:MaxMetaspaceSize=512m",
            "-Dfile.encoding=UTF-8",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+UseG1GC",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "-Duser.language=en",
            "-Duser.country=US",
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                    + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Dpicocli.disable.closures=true");

    private JvmCommand() {}

    static List<String> start(Path home, Memory memory, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.addAll(memory.options());
        command.add("-Dkc.home.dir=" + home);
        command.add("-Djboss.server.config.dir=" + home.resolve("conf"));
        command.addAll(List.of("-cp", home.resolve("lib/quarkus-run.jar").toString()));
        command.add("io.quarkus.bootstrap.runner.QuarkusEntryPoint");
        command.addAll(List.of("start", "--optimized"));
        command.addAll(arguments);
        return command;
    }
}
