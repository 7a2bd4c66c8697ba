package org.relais.keycloak.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.relais.keycloak.bench.report.Measurements;
import org.relais.keycloak.bench.report.Report;
import org.relais.keycloak.server.Project;

/** The one command: {@code mvn -Pbench -Dpeople=10000,100000}. */
public final class Bench {

    private Bench() {}

    /** Sizes of the realm, with commas, from the smallest to the largest, and the folder for the report. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[1]);
        List<Measurements> sizes = new ArrayList<>();
        for (String size : arguments[0].split(",")) {
            sizes.add(Run.of(Integer.parseInt(size.strip())));
            new Report(versions(), sizes).writeTo(folder);
        }
        System.out.println("Written: " + folder.resolve("results.md"));
    }

    private static String versions() {
        return "Relais %s, Keycloak %s, PostgreSQL %s"
                .formatted(Project.version(), Project.keycloakVersion(), Project.postgresqlVersion());
    }
}
