package org.relais.keycloak.event;

import java.time.Clock;
import org.keycloak.models.GroupModel;
import org.keycloak.models.GroupModel.GroupCreatedEvent;
import org.keycloak.models.GroupModel.GroupPathChangeEvent;
import org.keycloak.models.GroupModel.GroupUpdatedEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RealmModel.RealmCreationEvent;
import org.keycloak.models.RealmModel.RealmPostCreateEvent;
import org.keycloak.provider.ProviderEvent;
import org.relais.keycloak.directory.index.IndexWorker;
import org.relais.keycloak.grant.OfficialRecordReconciliation;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.school.Profiles;
import org.relais.keycloak.school.Schools;
import org.relais.keycloak.school.component.RealmImportState;

/** Starts what must follow when schools and managed groups appear or change, and when a realm is created with its people. */
record SchoolEvents(Clock clock) {

    private static final String RECONCILIATION_REQUESTED = SchoolEvents.class.getName() + ".reconciliationRequested";

    void on(ProviderEvent event) {
        if (event instanceof GroupPathChangeEvent moved) {
            requireOwnName(moved, moved.getGroup());
            changed(moved, moved.getGroup());
        } else if (event instanceof GroupCreatedEvent created) {
            requireOwnName(created, created.getGroup());
            changed(created, created.getGroup());
        } else if (event instanceof GroupUpdatedEvent updated) {
            changed(updated, updated.getGroup());
        } else if (event instanceof RealmCreationEvent created) {
            RealmImportState.begins(created.getKeycloakSession(), created.getCreatedRealm());
        } else if (event instanceof RealmPostCreateEvent created) {
            RealmImportState.ends(created.getKeycloakSession(), created.getCreatedRealm());
            indexPeopleOf(created.getKeycloakSession(), created.getCreatedRealm());
        }
    }

    /** Keycloak answers 409, as for a second group of the very same name, and changes nothing. */
    private static void requireOwnName(GroupModel.GroupEvent event, GroupModel group) {
        if (event.getRealm() != null
                && new Schools(event.getKeycloakSession(), event.getRealm()).takesNameOfSchool(group)) {
            throw new ModelDuplicateException("A school has the name " + group.getName() + " in another case");
        }
    }

    /** The official record may now lead to a school or a managed group that it did not lead to before. */
    private void changed(GroupModel.GroupEvent event, GroupModel group) {
        KeycloakSession session = event.getKeycloakSession();
        RealmModel realm = event.getRealm();
        if (realm == null) {
            return;
        }
        String requested = RECONCILIATION_REQUESTED + realm.getId();
        if (session.getAttribute(requested) == null && new Schools(session, realm).concerns(group)) {
            session.setAttribute(requested, Boolean.TRUE);
            new OfficialRecordReconciliation(new RealmContext(session, realm, clock)).request();
        }
    }

    /** No event announces the people of a realm that is imported. */
    private void indexPeopleOf(KeycloakSession session, RealmModel realm) {
        if (!Profiles.of(realm).all().isEmpty()) {
            IndexWorker.continueAfterCommit(new RealmContext(session, realm, clock));
        }
    }
}
