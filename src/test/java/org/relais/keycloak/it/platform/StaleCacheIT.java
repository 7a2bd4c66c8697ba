package org.relais.keycloak.it.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.ASSISTANT;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.HEAD;
import static org.relais.keycloak.it.support.people.DemoNames.PRONOTE;
import static org.relais.keycloak.it.support.people.GrantToGive.aGrant;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.assertion.LedgerRows;
import org.relais.keycloak.it.support.protocol.Tokens;
import org.relais.keycloak.it.support.server.Housekeeping;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.Sql;
import org.relais.keycloak.it.support.server.TestRealm;

/**
 * Keycloak's cache of users is a moment behind what another request, or another node, has just committed. Here that other
 * act is done in the database behind the server's back, so that the cache is behind for certain.
 */
@ExtendWith(RelaisServer.class)
class StaleCacheIT {

    private String group;
    private String person;

    @BeforeEach
    void ids(TestRealm realm) {
        group = realm.groupId(GROUP);
        person = realm.userId(ASSISTANT);
    }

    @Test
    void a_grant_has_its_membership_though_the_cache_still_knows_an_earlier_one(TestRealm realm) {
        String earlier = aGrant(realm).to(ASSISTANT).give();
        assertThat(realm.signIn(ASSISTANT, PRONOTE).groups()).containsExactly(GROUP);
        Sql sql = Sql.of(realm.server());
        sql.change("update RELAIS_GRANT set STATUS = 'ENDED', ACTIVE_KEY = null where ID = ?", earlier);
        sql.change("delete from USER_GROUP_MEMBERSHIP where GROUP_ID = ? and USER_ID = ?", group, person);

        String grant = aGrant(realm).to(ASSISTANT).give();

        assertThat(LedgerRows.of(realm).isMember(group, person)).isTrue();
        realm.relais(HEAD).delete("/grants/" + grant).expect(200);
    }

    @Test
    void an_end_takes_the_membership_though_the_cache_does_not_know_it_yet(TestRealm realm) {
        String grant = aGrant(realm).to(ASSISTANT).give();
        realm.relais(HEAD).delete("/grants/" + grant).expect(200);
        assertThat(realm.signIn(ASSISTANT, PRONOTE).groups()).isEmpty();
        Sql sql = Sql.of(realm.server());
        sql.change(
                "update RELAIS_GRANT set STATUS = 'ACTIVE', END_CAUSE = null, ENDED_BY = null, ENDED_AT = null,"
                        + " ACTIVE_KEY = ? where ID = ?",
                group + "/" + person,
                grant);
        sql.change(
                "insert into USER_GROUP_MEMBERSHIP (GROUP_ID, USER_ID, MEMBERSHIP_TYPE) values (?, ?, 'UNMANAGED')",
                group,
                person);

        realm.relais(HEAD).delete("/grants/" + grant).expect(200);

        assertThat(LedgerRows.of(realm).isMember(group, person)).isFalse();
    }

    @Test
    void a_session_ends_though_the_cache_does_not_know_yet_that_the_access_has(TestRealm realm) {
        String grant = aGrant(realm).to(ASSISTANT).give();
        Tokens tokens = realm.signIn(ASSISTANT, PRONOTE);
        assertThat(tokens.groups()).containsExactly(GROUP);
        Sql sql = Sql.of(realm.server());
        sql.change("update RELAIS_GRANT set STATUS = 'ENDED', ACTIVE_KEY = null where ID = ?", grant);
        sql.change("delete from USER_GROUP_MEMBERSHIP where GROUP_ID = ? and USER_ID = ?", group, person);
        sql.change(
                "insert into RELAIS_SIGN_OFF (ID, REALM_ID, USER_ID, CLIENT_IDS, AT, ATTEMPTS) values (?, ?, ?, ?, 0, 0)",
                UUID.randomUUID().toString(),
                LedgerRows.of(realm).realmId(),
                person,
                PRONOTE);

        Housekeeping.run(realm.server());

        realm.tryRefresh(tokens, PRONOTE).expect(400);
    }
}
