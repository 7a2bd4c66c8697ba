package org.relais.keycloak.grant;

import java.time.Clock;
import java.util.Map;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.relais.keycloak.journal.Journal;
import org.relais.keycloak.platform.RealmContext;

/** Writes down what happens to a grant and tells the other rooms of it: the one without the other cannot be had. */
public final class GrantEvents {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Journal journal;
    private final GrantCache atHand;

    GrantEvents(KeycloakSession session, RealmModel realm, Clock clock) {
        this.session = session;
        this.realm = realm;
        this.journal = new Journal(new RealmContext(session, realm, clock));
        this.atHand = new GrantCache(session, realm);
    }

    /**
     * @param before  the grant as it was; null if it is new
     * @param details what else there is to know, for the journal
     */
    void tell(GrantChanged.Kind kind, Grant before, GrantEntity row, String actor, Map<String, String> details) {
        Grant grant = row.toGrant();
        if (grant.userId() != null) {
            atHand.forget(grant.userId());
        }
        kind.action()
                .ifPresent(
                        action -> journal.writeOf(grant.id(), grant.groupId(), grant.userId(), actor, action, details));
        session.getKeycloakSessionFactory().publish(new GrantChanged(session, realm, kind, before, grant, actor));
    }
}
