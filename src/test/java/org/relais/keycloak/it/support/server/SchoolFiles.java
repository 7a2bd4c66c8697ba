package org.relais.keycloak.it.support.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.relais.keycloak.it.support.protocol.Answer;
import org.relais.keycloak.it.support.protocol.Api;

/** Files of schools that an administrator sends, and what becomes of them. */
public final class SchoolFiles {

    private final TestRealm realm;

    private SchoolFiles(TestRealm realm) {
        this.realm = realm;
    }

    public static SchoolFiles of(TestRealm realm) {
        return new SchoolFiles(realm);
    }

    public Answer send(String options, byte[] file) {
        return api().sendBytes("POST", "/schools/import?" + options, "text/csv", file);
    }

    public Answer send(String options, String file) {
        return send(options, file.getBytes(StandardCharsets.UTF_8));
    }

    public JsonNode dryRun(String file) {
        return send("dryRun=true", file).expect(200).json();
    }

    /** Imports and waits for the end. */
    public JsonNode run(String options, String file) {
        return ended(send(options, file).expect(200).json());
    }

    /** What an import has come to once it has ended. */
    public JsonNode ended(JsonNode plan) {
        String id = plan.at("/started/id").asText();
        return Awaitility.await()
                .atMost(Duration.ofMinutes(6))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> progress(id), it -> it.hasNonNull("finishedAt"));
    }

    public JsonNode progress(String id) {
        return api().get("/schools/imports/" + id).expect(200).json();
    }

    public Api api() {
        return realm.admin().below("/relais");
    }

    /** Some hundred or thousand schools as the open data writes them, all with their right letter. */
    public static String openData(int count) {
        StringBuilder file = new StringBuilder(
                "Identifiant_de_l_etablissement;Nom_etablissement;Type_etablissement;Nom_commune;etat\r\n");
        for (int i = 0; i < count; i++) {
            file.append("%s;Collège n° %d;Collège;Rennes;OUVERT\r\n".formatted(uai(i), i));
        }
        return file.toString();
    }

    public static String uai(int i) {
        int digits = 350_000 + i;
        return "%07d%c".formatted(digits, "ABCDEFGHJKLMNPRSTUVWXYZ".charAt(digits % 23));
    }
}
