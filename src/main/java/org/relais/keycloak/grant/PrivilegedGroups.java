package org.relais.keycloak.grant;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.GroupModel;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.school.ManagedGroup;
import org.relais.keycloak.school.Privileges;
import org.relais.keycloak.school.School;
import org.relais.keycloak.school.Schools;

/** Ends the grants of a group that has come to carry a role, or a permission, which no grant may give. */
public final class PrivilegedGroups {

    private static final int PAGE = 500;

    private final RealmContext context;
    private final Schools schools;
    private final GrantRevocation grantRevocation;

    public PrivilegedGroups(RealmContext context) {
        this.context = context;
        this.schools = new Schools(context.session(), context.realm());
        this.grantRevocation = new GrantRevocation(context);
    }

    /** Ends the grants in every group that carries such a right; one statement when there is none. */
    public void close() {
        new Privileges(context.session())
                .carriedUnderTheSchoolsRoot(context.realm())
                .toList()
                .forEach(group -> {
                    int ended = managedBelow(group)
                            .mapToInt(managed -> grantRevocation.endAllIn(managed.id(), EndCause.PRIVILEGED_GROUP))
                            .sum();
                    if (ended > 0) {
                        GrantLog.LOG.privilegedGroupClosed(
                                group.getId(), context.realm().getName(), ended);
                    }
                });
    }

    private Stream<ManagedGroup> managedBelow(GroupModel group) {
        Optional<ManagedGroup> itself = schools.managedGroup(group);
        if (itself.isPresent()) {
            return itself.stream();
        }
        Optional<School> school = schools.school(group);
        return school.isPresent() ? schools.groupsOf(List.of(school.get())).stream() : everywhere();
    }

    private Stream<ManagedGroup> everywhere() {
        return Stream.iterate(
                        schools.page(null, PAGE),
                        page -> !page.isEmpty(),
                        page -> schools.page(page.get(page.size() - 1).uai(), PAGE))
                .flatMap(page -> schools.groupsOf(page).stream());
    }
}
