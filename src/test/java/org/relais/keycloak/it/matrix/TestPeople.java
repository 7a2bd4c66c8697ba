package org.relais.keycloak.it.matrix;

import java.util.Map;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.people.TestServiceAccount;
import org.relais.keycloak.it.support.server.Roles;
import org.relais.keycloak.it.support.server.TestRealm;

/** People a test adds to a realm; they sign in as all others do. */
record TestPeople(TestRealm realm) {

    /** Somebody who signs in; their id is returned. */
    String add(String username) {
        return TestPerson.aPerson()
                .identifiedBy(username)
                .whoSignsIn()
                .in(realm)
                .id();
    }

    /** Somebody who never signs in; their id is returned. */
    String addSomebody() {
        return TestPerson.aPerson().in(realm).id();
    }

    void join(String userId, String group) {
        realm.admin()
                .put("/users/" + userId + "/groups/" + realm.groupId(group), Map.of())
                .expect(204);
    }

    /** @param role of the client {@code realm-management} */
    void give(String userId, String role) {
        Roles.of(realm).giveAdministration("/users/" + userId, role);
    }

    /** A client with a service account that may manage users; its tokens are for Relais. */
    String serviceAccountToken() {
        TestServiceAccount robot = TestServiceAccount.create(realm, "robot");
        give(robot.userId(), "manage-users");
        return robot.token();
    }

    /** The same that may read who has access to a client. */
    String feedReaderToken(String clientId) {
        TestServiceAccount job = TestServiceAccount.create(realm, "import-job");
        job.give(clientId, "relais-feed");
        return job.token();
    }
}
