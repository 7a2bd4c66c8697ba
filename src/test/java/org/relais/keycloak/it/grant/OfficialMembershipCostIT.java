package org.relais.keycloak.it.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.PRONOTE;
import static org.relais.keycloak.it.support.people.TestPerson.aPerson;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.people.OfficialRecordFixture;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.protocol.Tokens;
import org.relais.keycloak.it.support.server.AcademySettings;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.Sql;
import org.relais.keycloak.it.support.server.TestRealm;

/** What following the record costs a sign-in after which nothing has changed. */
@ExtendWith(RelaisServer.class)
class OfficialMembershipCostIT {

    private static List<TestPerson> people;

    @BeforeAll
    static void some_are_members_and_some_have_no_function(TestRealm realm) {
        people = List.of(
                aPerson()
                        .with(OfficialRecordFixture.FUNCTIONS, "0359001U$AES", "0359002V$ASH")
                        .whoSignsIn()
                        .in(realm),
                aPerson()
                        .with(OfficialRecordFixture.FUNCTIONS, "9999999Z$XYZ")
                        .whoSignsIn()
                        .in(realm),
                aPerson().whoSignsIn().in(realm));
    }

    @Test
    void a_sign_in_reads_one_row_more_and_writes_none(TestRealm realm) {
        Sql sql = Sql.of(realm.server());
        for (TestPerson person : people) {
            AcademySettings.of(realm).set("officialRule", "false");
            long without = statements(realm, person);
            AcademySettings.of(realm).set("officialRule", "true");
            long with = statements(realm, person);
            List<String> written = sql.texts("select AT from RELAIS_OFFICIAL_RECORD where USER_ID = ?", person.id());

            realm.signIn(person.username(), PRONOTE);

            assertThat(with - without).isLessThanOrEqualTo(1);
            assertThat(sql.texts("select AT from RELAIS_OFFICIAL_RECORD where USER_ID = ?", person.id()))
                    .isEqualTo(written);
        }
    }

    @Test
    void a_refresh_reads_nothing_more(TestRealm realm) {
        Tokens tokens = realm.signIn(people.get(0).username(), PRONOTE);
        AcademySettings.of(realm).set("officialRule", "false");
        long without = least(realm, () -> realm.refresh(tokens, PRONOTE));
        AcademySettings.of(realm).set("officialRule", "true");

        assertThat(least(realm, () -> realm.refresh(tokens, PRONOTE))).isEqualTo(without);
    }

    private static long statements(TestRealm realm, TestPerson person) {
        return least(realm, () -> realm.signIn(person.username(), PRONOTE));
    }

    private static long least(TestRealm realm, Runnable act) {
        act.run();
        return realm.server().statements().fewestDuring(() -> act);
    }
}
