package org.relais.keycloak.grant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.relais.keycloak.database.EntityDatabase;

/** A database may find that é is e, as MariaDB does: whose an access is, it does not decide. */
class ExactIdentifiersTest {

    private static final String REALM = "realm";

    private static EntityDatabase database;

    @BeforeAll
    static void a_database_that_ignores_accents() {
        database = EntityDatabase.h2IgnoringAccents(GrantEntity.class);
        database.inTransaction(em -> {
            em.persist(pending("g1", "lene"));
            em.persist(pending("g2", "lene@academie.example"));
            GrantEntity active = pending("g3", "somebody");
            active.activateFor("f:storage:lene");
            em.persist(active);
            return null;
        });
    }

    @AfterAll
    static void close() throws IOException {
        database.close();
    }

    @Test
    void the_database_takes_them_for_the_same() {
        assertThat(database.<Long>inTransaction(em -> em.createQuery(
                                "select count(g) from GrantEntity g where g.identifier = 'léne'", Long.class)
                        .getSingleResult()))
                .isEqualTo(1);
    }

    @Test
    void an_access_that_waits_for_another_name_is_not_found() {
        assertThat(pendingFor("léne", "LENE ", "léne@academie.example")).isEmpty();
        assertThat(pendingFor("lene")).extracting(Grant::id).containsExactly("g1");
    }

    @Test
    void a_grant_of_somebody_with_almost_the_same_id_is_not_found() {
        assertThat(openOf("f:storage:léne")).isEmpty();
        assertThat(openOf("f:storage:lene")).extracting(Grant::id).containsExactly("g3");
    }

    private static List<Grant> openOf(String userId) {
        return database.inTransaction(em -> new GrantStore(em).openOfPerson(REALM, userId));
    }

    private static List<Grant> pendingFor(String... identifiers) {
        return database.inTransaction(em -> new GrantStore(em).pendingFor(REALM, List.of(identifiers)));
    }

    private static GrantEntity pending(String id, String identifier) {
        GrantEntity grant = new GrantEntity();
        grant.id = id;
        grant.realmId = REALM;
        grant.schoolId = "school";
        grant.groupId = "group";
        grant.grantedBy = "head";
        grant.endsAt = Long.MAX_VALUE;
        grant.awaitFor(identifier);
        return grant;
    }
}
