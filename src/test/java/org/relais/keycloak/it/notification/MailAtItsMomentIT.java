package org.relais.keycloak.it.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.Change.aChange;
import static org.relais.keycloak.it.support.people.DemoNames.ADMINISTRATOR;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.HEAD;
import static org.relais.keycloak.it.support.people.TestPerson.aPerson;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.people.DemoNames;
import org.relais.keycloak.it.support.people.Manager;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.Housekeeping;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.ServerUnderTest;
import org.relais.keycloak.it.support.server.TestRealm;
import org.relais.keycloak.it.support.stub.MailServer;

/** A mail says what is so when it is written, to whom it still concerns then. */
@ExtendWith(RelaisServer.class)
class MailAtItsMomentIT {

    private TestRealm realm;
    private MailServer mails;

    @BeforeEach
    void a_realm_of_its_own(ServerUnderTest server) {
        realm = server.freshRealm();
        mails = MailServer.start().serving(realm);
    }

    @AfterEach
    void close() {
        realm.server().clock().reset();
        mails.close();
        realm.close();
    }

    @Test
    void an_access_that_ended_and_was_given_again_meanwhile_is_not_told_to_have_ended() {
        TestPerson person = aPerson().in(realm);
        TestPerson other = aPerson().in(realm);
        Manager head = Manager.head(realm);
        JsonNode again = head.give(GROUP, person, Days.soon());
        JsonNode gone = head.give(GROUP, other, Days.soon());
        mails.onlyOneTo(realm, person.email());
        mails.onlyOneTo(realm, other.email());
        mails.forget();

        mails.breakDown();
        head.end(again).expect(200);
        head.end(gone).expect(200);
        head.give(GROUP, person, Days.soon());
        MailServer.awaitAllPutOff(realm);
        mails.comeBack();
        realm.server().clock().ahead(Duration.ofMinutes(2));
        Housekeeping.run(realm.server());

        assertThat(mails.onlyOneTo(realm, person.email()).subject()).startsWith("Votre accès anticipé est ouvert");
        assertThat(mails.onlyOneTo(realm, other.email()).subject()).startsWith("Votre accès anticipé est terminé");
    }

    @Test
    void an_administrator_who_gave_is_told_though_no_manager() {
        TestPerson person = aPerson().in(realm);
        Api administrator = realm.relaisAdminWith(realm.token(ADMINISTRATOR, "admin-cli"));
        JsonNode grant = administrator
                .post(
                        "/groups/" + realm.groupId(GROUP) + "/changes",
                        aChange().adding(person).until(Days.soon()).body())
                .expect(200)
                .json()
                .at("/granted/0");

        Manager.head(realm).end(grant).expect(200);

        assertThat(mails.onlyOneTo(realm, DemoNames.email(ADMINISTRATOR)).subject())
                .startsWith("Un accès que vous avez donné est terminé");
    }

    @Test
    void a_head_who_has_left_the_school_learns_nothing_more_of_its_people() {
        TestPerson person = aPerson().in(realm);
        JsonNode grant = Manager.head(realm).give(GROUP, person, Days.soon());
        mails.onlyOneTo(realm, person.email());
        realm.admin()
                .delete("/users/" + realm.userId(HEAD) + "/groups/" + realm.groupId("0359001U_DIR"))
                .expect(204);

        realm.admin().delete("/relais/grants/" + grant.get("id").asText()).expect(200);

        assertThat(mails.to(realm, DemoNames.email(HEAD))).isEmpty();
        assertThat(mails.to(realm, person.email())).hasSize(2);
    }
}
