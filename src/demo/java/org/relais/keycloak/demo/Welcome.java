package org.relais.keycloak.demo;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;

/** What the demo prints once everything is there. */
final class Welcome {

    static final String REALM = "academie";

    private Welcome() {}

    static String text(int port, URI app, Duration took, Path log) {
        String server = "http://localhost:" + port;
        return """

                Relais demo: ready after %d s.

                  Account console   %s/realms/%s/account
                  Admin console     %s/admin/%s/console
                  Demo application  %s
                  Mails it sends    %s
                  Keycloak's log    %s

                %s

                Stop with Ctrl-C.
                """.formatted(
                took.toSeconds(), server, REALM, server, REALM, app, app.resolve(DemoMails.PATH), log, people());
    }

    private static String people() {
        String rows = Person.PEOPLE.stream()
                .map(person -> row(person.username(), Person.PASSWORD, person.role()))
                .collect(Collectors.joining("\n"));
        return String.join(
                "\n",
                row("Sign in as", "Password", "Who that is"),
                row("-".repeat(16), "-".repeat(8), "-".repeat(60)),
                rows,
                row("admin", "admin", "administrator of the whole server (realm master)"));
    }

    private static String row(String name, String password, String who) {
        return "  %-16s  %-8s  %s".formatted(name, password, who);
    }
}
