package org.relais.keycloak.demo;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.relais.keycloak.server.KeycloakServer;
import org.relais.keycloak.server.Ports;
import org.relais.keycloak.server.Project;

/** Starts the demo and stays until it is ended by Ctrl-C. */
public final class Demo {

    private Demo() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var ports = new Ports(Project.port("demo.port"), Project.port("demo.management.port"));
        int appPort = Project.port("demo.app.port");
        int mailPort = Project.port("demo.mail.port");
        refuseBusy(List.of(ports.http(), ports.management(), appPort, mailPort));

        say("Relais demo: preparing Keycloak (about a minute the first time, and after a change of the code) …");
        Instant begin = Instant.now();
        var installation = new DemoInstallation(Project.target().resolve("demo"), Project.docker());
        try (DemoMails mails = DemoMails.receive(mailPort);
                KeycloakServer server = installation.start(ports, mails.port());
                DemoApp app = DemoApp.serve(Project.docker().resolve("demo-app"), appPort)
                        .showing(mails)) {
            say(Welcome.text(ports.http(), app.url(), Duration.between(begin, Instant.now()), server.log()));
            server.awaitEnd();
            say("Keycloak has ended; its log is " + server.log());
        }
    }

    private static void refuseBusy(List<Integer> ports) {
        List<Integer> busy = ports.stream().filter(Ports::isBusy).toList();
        if (!busy.isEmpty()) {
            say("The demo needs the ports %s, but something already listens on %s: end it, or choose others with %s."
                    .formatted(
                            ports,
                            busy,
                            "-Ddemo.port=… -Ddemo.management.port=… -Ddemo.app.port=… -Ddemo.mail.port=…"));
            System.exit(1);
        }
    }

    /** The demo's output is for the person in front of the terminal. */
    private static void say(String text) {
        System.out.println(text);
    }
}
