package org.relais.keycloak.grant;

import java.util.Map;
import org.relais.keycloak.journal.Journal;
import org.relais.keycloak.platform.RealmContext;

/** Journals what happens to a grant and tells the other rooms: neither happens without the other. */
public final class GrantEvents {

    private final RealmContext context;
    private final Journal journal;
    private final GrantCache cache;

    GrantEvents(RealmContext context) {
        this.context = context;
        this.journal = new Journal(context);
        this.cache = new GrantCache(context);
    }

    /**
     * @param before  the grant as it was; null if it is new
     * @param details what else there is to know, for the journal
     */
    void publish(GrantChanged.Kind kind, Grant before, GrantEntity row, String actor, Map<String, String> details) {
        Grant grant = row.toGrant();
        if (grant.userId() != null) {
            cache.forget(grant.userId());
        }
        kind.action()
                .ifPresent(
                        action -> journal.writeOf(grant.id(), grant.groupId(), grant.userId(), actor, action, details));
        context.session().getKeycloakSessionFactory().publish(new GrantChanged(context, kind, before, grant, actor));
    }
}
