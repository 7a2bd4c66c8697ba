package org.relais.keycloak.grant;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.models.GroupModel;
import org.keycloak.models.UserModel;
import org.relais.keycloak.grant.GrantChanged.Kind;
import org.relais.keycloak.platform.RealmContext;

/** Gives pending grants to the person they waited for; whoever calls knows that the person may have them. */
final class GrantActivation {

    private final RealmContext context;
    private final UserModel person;
    private final Set<String> memberships;
    private final GrantStore store;
    private final GrantRows rows;
    private final GrantEvents grantEvents;

    /** The person's groups are read here, before any row is locked: a directory may be asked. */
    GrantActivation(RealmContext context, UserModel person) {
        this.context = context;
        this.person = person;
        this.memberships = LocalUsers.orInDirectory(person)
                .getGroupsStream()
                .map(GroupModel::getId)
                .collect(Collectors.toSet());
        this.store = new GrantStore(context.entityManager());
        this.rows = new GrantRows(context);
        this.grantEvents = new GrantEvents(context);
    }

    /** Nothing happens where somebody ended the grant meanwhile, or where its group may take nobody any longer. */
    Grant activate(String grantId, String actor) {
        GrantEntity grant = store.lock(grantId);
        GroupModel group = context.session().groups().getGroupById(context.realm(), grant.groupId);
        boolean possible = grant.status == GrantStatus.PENDING
                && group != null
                && new Eligibility(context).problemOf(group).isEmpty();
        if (possible && memberships.contains(grant.groupId)) {
            grant.userId = person.getId();
            rows.close(grant, EndCause.REGULARISED, actor);
        } else if (possible) {
            Grant before = grant.toGrant();
            grant.activateFor(person.getId());
            grantEvents.publish(Kind.ACTIVATED, before, grant, actor, Map.of());
            store.flush();
            new Projection(context).join(person, group);
        }
        return grant.toGrant();
    }
}
