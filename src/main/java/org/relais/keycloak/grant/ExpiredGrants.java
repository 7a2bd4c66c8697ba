package org.relais.keycloak.grant;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.models.GroupModel;
import org.keycloak.storage.StorageId;
import org.relais.keycloak.journal.Journal;
import org.relais.keycloak.platform.RealmContext;

/** Ends many grants whose days are over, with few statements for all of them: the ledger takes some for each. */
record ExpiredGrants(RealmContext context, EntityManager em, Ledger ledger, GrantRows rows) {

    ExpiredGrants(RealmContext context) {
        this(context, context.entityManager(), new Ledger(context), new GrantRows(context));
    }

    /** Ends those of the grants that are still due; returns how many. Somebody may have renewed or ended the others meanwhile. */
    int end(Collection<String> grantIds) {
        List<GrantEntity> due = new ExpiredGrantStore(em)
                .lockAll(grantIds).stream().filter(ledger::isDue).toList();
        Map<String, List<String>> leaving = new HashMap<>();
        for (GrantEntity grant : due) {
            if (grant.userId != null && StorageId.isLocalStorage(grant.userId)) {
                leaving.computeIfAbsent(grant.groupId, any -> new ArrayList<>()).add(grant.userId);
                rows.close(grant, EndCause.EXPIRED, Journal.SYSTEM);
            } else {
                rows.end(grant, EndCause.EXPIRED, Journal.SYSTEM);
            }
        }
        leaving.forEach(this::leave);
        new GrantStore(em).flush();
        return due.size();
    }

    private void leave(String groupId, List<String> people) {
        GroupModel group = context.session().groups().getGroupById(context.realm(), groupId);
        if (group != null) {
            new Projection(context).leave(group, people);
        }
    }
}
