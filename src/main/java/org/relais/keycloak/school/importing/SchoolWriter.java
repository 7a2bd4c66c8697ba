package org.relais.keycloak.school.importing;

import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.cache.CacheRealmProvider;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.problem.Conflict;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.school.ExistingGroups;
import org.relais.keycloak.school.Profile;
import org.relais.keycloak.school.Profiles;
import org.relais.keycloak.school.SchoolProblem;
import org.relais.keycloak.school.SchoolRowStore;
import org.relais.keycloak.school.SchoolRowStore.SchoolRow;
import org.relais.keycloak.school.Schools;
import org.relais.keycloak.school.importing.SchoolChange.Outcome;

/** Writes schools and their groups into the realm, in the caller's transaction. */
final class SchoolWriter {

    private final RealmContext context;
    private final KeycloakSession session;
    private final RealmModel realm;
    private final SchoolRowStore store;

    SchoolWriter(RealmContext context) {
        this.context = context;
        this.session = context.session();
        this.realm = context.realm();
        this.store = new SchoolRowStore(context.entityManager());
    }

    /** Creates the groups on a path that do not exist; returns the last one. */
    GroupModel makePath(String path) {
        GroupModel parent = null;
        for (String name : path.substring(1).split("/")) {
            GroupModel known = session.groups().getGroupByName(realm, parent, name);
            parent = known == null ? session.groups().createGroup(realm, name, parent) : known;
        }
        return parent;
    }

    /** Writes through Keycloak's model, which tells everybody who listens to groups. Returns the id of the school's group. */
    String write(SchoolChange change, SchoolRow row, GroupModel root) {
        if (change.outcome() == Outcome.UNCHANGED) {
            return row.id();
        }
        SchoolLine line = change.line();
        boolean isNew = row == null;
        GroupModel group = isNew
                ? session.groups().createGroup(realm, line.uai(), root)
                : session.groups().getGroupById(realm, row.id());
        if (isNew || change.changed().contains(Schools.UAI)) {
            group.setSingleAttribute(Schools.UAI, line.uai());
        }
        if (line.name() != null) {
            group.setDescription(line.name());
        }
        if (line.type() != null) {
            group.setSingleAttribute(Schools.TYPE, line.type());
        }
        if (Boolean.TRUE.equals(line.closed())) {
            group.setSingleAttribute(Schools.CLOSED, "true");
        } else if (Boolean.FALSE.equals(line.closed())) {
            group.removeAttribute(Schools.CLOSED);
        }
        return group.getId();
    }

    /** Adds the groups that a school lacks, one for each profile without one. */
    void addGroups(String schoolId, String uai, ExistingGroups existing, Profiles profiles) {
        for (Profile profile : existing.lacking(profiles)) {
            String name = uai + "_" + profile.suffix();
            if (existing.isTaken(name)) {
                throw new Conflict(Problem.general(SchoolProblem.GROUP_NAME_TAKEN, name, profile.suffix()));
            }
            store.addGroup(context, schoolId, name, profile.suffix());
        }
        CacheRealmProvider cache = session.getProvider(CacheRealmProvider.class);
        if (cache != null) {
            cache.registerGroupInvalidation(schoolId);
        }
    }
}
