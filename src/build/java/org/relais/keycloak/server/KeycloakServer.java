package org.relais.keycloak.server;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A running server on the loopback address; it ends with the JVM that started it. */
public final class KeycloakServer implements AutoCloseable {

    private static final long STOP_SECONDS = 40;

    private final Process process;
    private final ServerStart start;
    private final Thread hook = new Thread(this::end, "stop-keycloak");

    private KeycloakServer(Process process, ServerStart start) {
        this.process = process;
        this.start = start;
    }

    /** Returns once the server says that it is ready; otherwise stops it and throws with the end of its log. */
    public static KeycloakServer start(ServerStart start) throws IOException {
        Process process = Commands.start(
                JvmCommand.start(start.installation().home(), start.memory(), start.arguments()),
                start.variables(),
                start.log());
        var server = new KeycloakServer(process, start);
        Runtime.getRuntime().addShutdownHook(server.hook);
        try {
            new Readiness(process, start.ports().management()).await(start.deadline());
        } catch (IOException e) {
            String tail = Commands.tail(start.log());
            server.stop();
            throw new IOException(e.getMessage() + tail, e);
        }
        return server;
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + start.ports().http());
    }

    /** Where {@code /metrics} and {@code /health} are. */
    public URI management() {
        return URI.create("http://127.0.0.1:" + start.ports().management());
    }

    public long pid() {
        return process.pid();
    }

    public Path log() {
        return start.log();
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    /** Waits until the server ends, by whatever cause. */
    public void awaitEnd() throws InterruptedException {
        process.waitFor();
    }

    /** Asks the server to end (SIGTERM) and waits for it; kills it when it does not end in time. */
    public void stop() {
        end();
        forget();
    }

    /** As a power cut: SIGKILL, nothing is tidied up. */
    public void kill() {
        process.destroyForcibly();
        ended(STOP_SECONDS);
        forget();
    }

    @Override
    public void close() {
        stop();
    }

    private void end() {
        process.destroy();
        if (!ended(STOP_SECONDS)) {
            process.destroyForcibly();
            ended(STOP_SECONDS);
        }
    }

    private boolean ended(long seconds) {
        try {
            return process.waitFor(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void forget() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is ending: the hook runs, or has run, by itself.
            return;
        }
    }
}
