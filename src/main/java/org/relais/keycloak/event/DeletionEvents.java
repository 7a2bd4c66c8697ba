package org.relais.keycloak.event;

import java.time.Clock;
import org.keycloak.models.GroupModel.GroupRemovedEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel.RealmRemovedEvent;
import org.keycloak.models.UserModel.UserRemovedEvent;
import org.keycloak.provider.ProviderEvent;
import org.relais.keycloak.authority.Delegations;
import org.relais.keycloak.directory.index.IndexReconciliation;
import org.relais.keycloak.directory.index.PeopleIndex;
import org.relais.keycloak.grant.Erasure;
import org.relais.keycloak.grant.GrantRevocation;
import org.relais.keycloak.logout.SessionRevocation;
import org.relais.keycloak.notification.Mails;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.school.importing.SchoolImports;

/** Removes what the rooms keep about people, groups and realms, in the transaction that deletes them. */
record DeletionEvents(Clock clock) {

    void on(ProviderEvent event) {
        if (event instanceof UserRemovedEvent removed) {
            personRemoved(removed);
        } else if (event instanceof GroupRemovedEvent removed) {
            groupRemoved(removed);
        } else if (event instanceof RealmRemovedEvent removed) {
            realmRemoved(removed.getKeycloakSession(), removed.getRealm().getId());
        }
    }

    private void personRemoved(UserRemovedEvent event) {
        KeycloakSession session = event.getKeycloakSession();
        String userId = event.getUser().getId();
        new GrantRevocation(new RealmContext(session, event.getRealm(), clock)).personRemoved(userId);
        PeopleIndex.removed(session, userId);
        new Delegations(new RealmContext(session, event.getRealm(), clock)).personRemoved(userId);
        new Erasure(session).personRemoved(event.getRealm().getId(), event.getUser());
        Mails.personRemoved(session, event.getRealm().getId(), userId);
    }

    private void groupRemoved(GroupRemovedEvent event) {
        KeycloakSession session = event.getKeycloakSession();
        String groupId = event.getGroup().getId();
        new GrantRevocation(new RealmContext(session, event.getRealm(), clock)).groupRemoved(groupId);
        new Delegations(new RealmContext(session, event.getRealm(), clock)).groupRemoved(groupId);
    }

    private static void realmRemoved(KeycloakSession session, String realmId) {
        new Erasure(session).realmRemoved(realmId);
        Delegations.realmRemoved(session, realmId);
        SessionRevocation.realmRemoved(session, realmId);
        Mails.realmRemoved(session, realmId);
        IndexReconciliation.realmRemoved(session, realmId);
        SchoolImports.realmRemoved(session, realmId);
        UserChangeHandler.realmRemoved(session, realmId);
    }
}
