package org.relais.keycloak.it.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.TestPerson.aPerson;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.assertion.LedgerRows;
import org.relais.keycloak.it.support.people.Manager;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.ServerUnderTest;
import org.relais.keycloak.it.support.server.Sql;
import org.relais.keycloak.it.support.server.TestRealm;
import org.relais.keycloak.it.support.stub.MailServer;
import org.relais.keycloak.it.support.stub.UnresponsiveServer;

/** A power cut while the mail server is being spoken to. */
@ExtendWith(RelaisServer.class)
class MailCrashIT {

    @Test
    void the_mail_is_sent_once_by_whoever_comes_after(ServerUnderTest shared) {
        ServerUnderTest server = shared.expendable();
        try (TestRealm realm = server.freshRealm();
                MailServer mails = MailServer.start();
                UnresponsiveServer silent = UnresponsiveServer.start()) {
            MailServer.use(realm, silent.port());
            TestPerson person = aPerson().in(realm);
            Manager.head(realm).give(GROUP, person, Days.soon());
            Sql sql = Sql.of(server);
            String realmId = LedgerRows.of(realm).realmId();
            Awaitility.await()
                    .until(() -> sql.number(
                                    "select count(*) from RELAIS_NOTICE where CLAIM is not null and REALM_ID = ?",
                                    realmId)
                            == 1);
            server.process().kill();

            server.restart();
            mails.serving(realm);
            sendMails(server);
            assertThat(mails.received()).as("the lease still holds").isEmpty();
            server.clock().ahead(Duration.ofMinutes(6));
            sendMails(server);
            sendMails(server);

            assertThat(mails.to(realm, person.email())).hasSize(1);
            assertThat(sql.number("select ATTEMPTS from RELAIS_NOTICE where REALM_ID = ?", realmId))
                    .isEqualTo(2);
        }
    }

    private static void sendMails(ServerUnderTest server) {
        server.api().post("/realms/master/relais-probe/mails", null).expect(204);
    }
}
