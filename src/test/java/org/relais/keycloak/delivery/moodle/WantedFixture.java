package org.relais.keycloak.delivery.moodle;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.relais.keycloak.delivery.target.Access;
import org.relais.keycloak.delivery.target.DesiredState;
import org.relais.keycloak.delivery.target.RemoteAccount;
import org.relais.keycloak.delivery.target.RemoteGroup;

/** Somebody of whom a target is told. Names are new each time: a real Moodle keeps them. */
final class WantedFixture {

    private String id = UUID.randomUUID().toString();
    private String username = "h-" + id.substring(0, 8);
    private String email = "Helene.Gueguen." + id.substring(0, 8) + "@academie.example";
    private String firstName = "Hélène";
    private List<Access> accesses = List.of();
    private Set<String> held = Set.of();
    private String remoteId;
    private boolean gone;

    static WantedFixture somebody() {
        return new WantedFixture();
    }

    static String aCohort() {
        return "0359001U_" + UUID.randomUUID().toString().substring(0, 8);
    }

    WantedFixture withId(String other) {
        id = other;
        return this;
    }

    WantedFixture called(String other) {
        username = other;
        return this;
    }

    WantedFixture withMail(String other) {
        email = other;
        return this;
    }

    WantedFixture withFirstName(String other) {
        firstName = other;
        return this;
    }

    WantedFixture in(String... remoteGroups) {
        accesses = Arrays.stream(remoteGroups)
                .map(key -> new Access(new RemoteGroup(key, "AESH – Collège", "0359001U"), key, "AES", null))
                .toList();
        return this;
    }

    WantedFixture held(String... remoteGroups) {
        held = Set.of(remoteGroups);
        return this;
    }

    WantedFixture known(String remote) {
        remoteId = remote;
        return this;
    }

    WantedFixture gone() {
        gone = true;
        return this;
    }

    String id() {
        return id;
    }

    String email() {
        return email;
    }

    DesiredState build() {
        RemoteAccount account = gone ? null : new RemoteAccount(id, username, email, firstName, "Guéguen");
        return new DesiredState(id, account, accesses, held, remoteId);
    }
}
