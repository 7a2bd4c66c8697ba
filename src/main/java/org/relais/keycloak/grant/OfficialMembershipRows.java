package org.relais.keycloak.grant;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keycloak.models.GroupModel;
import org.keycloak.models.UserModel;
import org.relais.keycloak.journal.Journal;
import org.relais.keycloak.journal.JournalAction;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.school.ManagedGroup;
import org.relais.keycloak.school.Privileges;

/** Adds and removes single official memberships, each with its row and its journal. */
record OfficialMembershipRows(
        RealmContext context,
        OfficialStore store,
        Regularisation regularisation,
        Projection projection,
        Journal journal) {

    OfficialMembershipRows(RealmContext context, OfficialStore store, Regularisation regularisation) {
        this(context, store, regularisation, new Projection(context), new Journal(context));
    }

    /**
     * Makes a person an official member, unless they are a member by other means.
     *
     * @param present the members of the group now
     * @param granted the open grants of the person: one in the group closes, and its membership becomes official
     */
    void enter(ManagedGroup group, String userId, Set<String> present, List<Grant> granted) {
        boolean isGranted = granted.stream().anyMatch(grant -> grant.groupId().equals(group.id()));
        if (present.contains(userId) && !isGranted) {
            return;
        }
        GroupModel entered = context.session().groups().getGroupById(context.realm(), group.id());
        UserModel person = LocalUsers.byId(context, userId);
        if (entered == null
                || person == null
                || person.getServiceAccountClientLink() != null
                || new Privileges(context.session()).areAdministrationOf(entered)) {
            return;
        }
        store.addMade(context.realmId(), userId, group.id(), context.clock().millis());
        if (isGranted) {
            regularisation.reachedWithin(group, userId);
        } else {
            write(JournalAction.JOINED, group.id(), userId);
        }
        projection.join(person, entered);
    }

    /** Ends an official membership that the rule made. A grant that runs still carries the person until its last day. */
    void leave(String groupId, String userId, List<Grant> granted) {
        store.removeMade(userId, groupId);
        GroupModel left = context.session().groups().getGroupById(context.realm(), groupId);
        UserModel person = LocalUsers.byId(context, userId);
        boolean carried = granted.stream().anyMatch(grant -> grant.groupId().equals(groupId));
        if (left != null && person != null && !carried) {
            write(JournalAction.LEFT, groupId, userId);
            projection.leave(person, left);
        }
    }

    private void write(JournalAction action, String groupId, String userId) {
        journal.write(Journal.SYSTEM, action, groupId, userId, Map.of("cause", "RECORD"));
    }
}
