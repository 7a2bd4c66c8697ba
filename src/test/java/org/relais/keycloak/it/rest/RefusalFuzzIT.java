package org.relais.keycloak.it.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.Change.aChange;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.TestPerson.aPerson;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.people.Manager;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.protocol.Answer;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestRealm;

/** Good bodies, spoilt at random: whatever comes of it, it is done or refused, and the server never fails. */
@ExtendWith(RelaisServer.class)
class RefusalFuzzIT {

    private static final int BODIES = 400;
    private static final long SEED = 20_261_124;
    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "null",
            "true",
            "-1",
            "1e999",
            "\\u0000",
            "\\ud800",
            "\\",
            "f:",
            "é",
            "\0",
            "{}",
            "[[",
            "\"add\":",
            "\"endsOn\":",
            "\"2026-12-31\"",
            "\"+999999999-12-31\"",
            "9".repeat(400),
            "x".repeat(3000));

    private final Random random = new Random(SEED);

    @Test
    void a_spoilt_body_is_done_or_refused(TestRealm realm) throws JsonProcessingException {
        String group = GROUP;
        Manager head = Manager.head(realm);
        Api api = head.api();
        TestPerson person = aPerson().in(realm);
        String grant = head.give(group, aChange().adding(aPerson().in(realm)))
                .get("id")
                .asText();
        String change = Api.JSON.writeValueAsString(aChange()
                .adding(person)
                .addingIdentifiers("somebody.new")
                .ending(grant)
                .copying(realm.groupId("0359001U_AED"))
                .together("eleves-invites")
                .until(Days.today())
                .body());
        String patch = "{\"endsOn\":\"%s\",\"reason\":\"Prolongé\"}".formatted(Days.today());
        String delegation =
                "{\"type\":\"USER\",\"principalId\":\"%s\",\"endsOn\":\"%s\"}".formatted(person.id(), Days.today());
        String managers = "/groups/" + realm.groupId(group) + "/managers";
        String changes = head.changes(group);
        for (int i = 0; i < BODIES; i++) {
            switch (i % 4) {
                case 0 -> check(api, "PATCH", "/grants/" + grant, patch);
                case 1 -> check(api, "POST", managers, delegation);
                default -> check(api, "POST", changes, change);
            }
        }
    }

    private void check(Api api, String method, String path, String body) {
        byte[] spoilt = spoil(body.getBytes(StandardCharsets.UTF_8));
        Answer answer = api.sendBytes(method, path, "application/json", spoilt);
        assertThat(answer.status())
                .as(
                        "%s with %s answered %s",
                        answer.request(), new String(spoilt, StandardCharsets.UTF_8), answer.text())
                .isBetween(200, 499);
        if (answer.status() >= 400) {
            assertThat(answer.text()).contains("errorMessage");
        }
    }

    private byte[] spoil(byte[] body) {
        byte[] spoilt = body;
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            spoilt = random.nextInt(3) == 0 ? withRandomByte(spoilt) : withPiece(spoilt);
        }
        return spoilt;
    }

    private byte[] withRandomByte(byte[] body) {
        byte[] spoilt = body.clone();
        spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt(256);
        return spoilt;
    }

    /** Some bytes taken out, and something else put in. */
    private byte[] withPiece(byte[] body) {
        int at = random.nextInt(body.length);
        int end = Math.min(body.length, at + random.nextInt(12));
        var spoilt = new ByteArrayOutputStream();
        spoilt.write(body, 0, at);
        spoilt.writeBytes(PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8));
        spoilt.write(body, end, body.length - end);
        return spoilt.toByteArray();
    }
}
