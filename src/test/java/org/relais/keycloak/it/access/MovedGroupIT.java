package org.relais.keycloak.it.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.PRONOTE;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.people.GrantToGive;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.server.GuardedClients;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestRealm;

/** A group that is renamed or moved takes what it opens with it; claims and gate follow at the next token. */
@ExtendWith(RelaisServer.class)
class MovedGroupIT {

    private static final String THERE = "pronote-0359002V";

    @Test
    void a_group_moved_to_another_school_opens_that_schools_application(TestRealm realm) {
        TestPerson person = TestPerson.aPerson().whoSignsIn().in(realm);
        GrantToGive.aGrant(realm).to(person.username()).give();
        realm.admin().post("/relais/gate", Map.of()).expect(200);
        assertThat(realm.signIn(person.username(), PRONOTE).groups()).containsExactly(GROUP);
        assertThat(GuardedClients.refuses(realm.trySignIn(person.username(), THERE)))
                .isTrue();

        realm.admin()
                .post(
                        "/groups/" + realm.groupId("/etablissements/0359002V") + "/children",
                        Map.of("id", realm.groupId(GROUP), "name", GROUP))
                .expect(204);

        assertThat(GuardedClients.refuses(realm.trySignIn(person.username(), PRONOTE)))
                .isTrue();
        assertThat(realm.signIn(person.username(), THERE).groups()).containsExactly(GROUP);
    }

    @Test
    void a_school_that_is_renamed_is_another_school_from_then_on(TestRealm realm) {
        TestPerson person =
                TestPerson.aPerson().whoSignsIn().officiallyIn("0299001B_AES").in(realm);
        realm.admin().post("/relais/gate", Map.of()).expect(200);
        assertThat(realm.signIn(person.username(), "pronote-0299001B").groups()).containsExactly("0299001B_AES");
        String id = realm.groupId("/etablissements/0299001B");
        var school = (com.fasterxml.jackson.databind.node.ObjectNode)
                realm.admin().get("/groups/" + id).expect(200).json();
        school.put("name", "0299002C");
        school.withObject("/attributes").putArray("uai").add("0299002C");

        realm.admin().put("/groups/" + id, school).expect(204);

        assertThat(GuardedClients.refuses(realm.trySignIn(person.username(), "pronote-0299001B")))
                .isTrue();
    }
}
