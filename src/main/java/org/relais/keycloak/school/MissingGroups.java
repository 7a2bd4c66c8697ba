package org.relais.keycloak.school;

import java.util.List;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.relais.keycloak.problem.Conflict;
import org.relais.keycloak.problem.Problem;

/** Creates the groups that a school lacks, through Keycloak's model. */
record MissingGroups(KeycloakSession session, RealmModel realm, Profiles profiles) {

    /** @param existing all managed groups of the school */
    List<ManagedGroup> create(School school, List<ManagedGroup> existing) {
        GroupModel parent = session.groups().getGroupById(realm, school.id());
        return profiles.all().stream()
                .filter(profile ->
                        existing.stream().noneMatch(it -> it.profile().equals(profile)))
                .map(profile -> create(school, parent, profile))
                .toList();
    }

    private ManagedGroup create(School school, GroupModel parent, Profile profile) {
        String name = school.uai() + "_" + profile.suffix();
        if (session.groups().getGroupByName(realm, parent, name) != null) {
            throw new Conflict(Problem.general(SchoolProblem.GROUP_NAME_TAKEN, name, profile.suffix()));
        }
        GroupModel group = session.groups().createGroup(realm, name, parent);
        group.setSingleAttribute(Schools.PROFILE, profile.suffix());
        return new ManagedGroup(group.getId(), group.getName(), null, school, profile);
    }
}
