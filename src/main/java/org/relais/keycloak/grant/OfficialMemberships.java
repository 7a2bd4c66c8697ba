package org.relais.keycloak.grant;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.models.UserModel;
import org.relais.keycloak.directory.record.Assignment;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.school.ManagedGroup;

/**
 * Makes official memberships follow the official record. It adds the memberships that are missing, takes over those that a
 * grant carried, and removes those it added once the record no longer says so. A membership that an administrator or a
 * federation made stays: the rule neither owns nor removes it.
 */
public final class OfficialMemberships {

    private final RealmContext context;
    private final OfficialRights rights;
    private final OfficialStore store;
    private final GrantStore grants;
    private final MemberStore members;
    private final Regularisation regularisation;
    private final OfficialMembershipRows rows;

    public OfficialMemberships(RealmContext context) {
        EntityManager em = context.entityManager();
        this.context = context;
        this.rights = new OfficialRights(context);
        this.store = new OfficialStore(em);
        this.grants = new GrantStore(em);
        this.members = new MemberStore(em);
        this.regularisation = new Regularisation(context);
        this.rows = new OfficialMembershipRows(context, store, regularisation);
    }

    /** Aligns one person. It costs one indexed read, and no write, where neither the record nor the rule has changed. */
    public void align(UserModel person) {
        if (!rights.areFollowed() || person.getServiceAccountClientLink() != null) {
            return;
        }
        Set<Assignment> assignments = rights.assignmentsOf(person);
        if (!rights.digest(assignments).equals(store.digest(person.getId()))) {
            // Asked later in this transaction, a directory would be asked under a lock.
            LocalUsers.orInDirectory(person);
            align(Map.of(person.getId(), assignments));
        }
    }

    /**
     * Aligns some people at once, as the database knows them. It costs two statements where nothing has changed.
     *
     * @param thoroughly whether those are looked at too whose record has not changed
     * @return how many were looked at closely
     */
    public int align(Collection<String> userIds, boolean thoroughly) {
        if (!rights.areFollowed() || userIds.isEmpty()) {
            return 0;
        }
        Map<String, String> known = store.digests(userIds);
        Map<String, Set<Assignment>> people = new HashMap<>(rights.assignmentsOf(userIds));
        people.entrySet().removeIf(person -> {
            String before = known.get(person.getKey());
            String now = rights.digest(person.getValue()).orElse(null);
            return before == null ? now == null : before.equals(now) && !thoroughly;
        });
        if (!people.isEmpty()) {
            align(people);
        }
        return people.size();
    }

    private void align(Map<String, Set<Assignment>> people) {
        List<ManagedGroup> groups =
                rights.groupsFor(people.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
        grants.lockGroups(missing(people, groups, store.made(people.keySet())));
        store.lockPeople(people.keySet());
        Map<String, Set<String>> made = store.made(people.keySet());
        List<String> ids = groups.stream().map(ManagedGroup::id).toList();
        Map<String, Set<String>> present = ids.isEmpty() ? Map.of() : members.membersAmong(ids, people.keySet());
        Map<String, List<Grant>> open = grants.openOfPeople(context.realmId(), people.keySet()).stream()
                .collect(Collectors.groupingBy(Grant::userId));
        people.forEach((id, assignments) -> {
            List<ManagedGroup> wanted = groups.stream()
                    .filter(group -> OfficialRights.entitle(assignments, group))
                    .toList();
            Set<String> own = made.getOrDefault(id, Set.of());
            List<Grant> granted = open.getOrDefault(id, List.of());
            wanted.stream()
                    .filter(group -> !own.contains(group.id()))
                    .forEach(group -> rows.enter(group, id, present.getOrDefault(group.id(), Set.of()), granted));
            own.stream()
                    .filter(groupId -> wanted.stream().noneMatch(it -> it.id().equals(groupId)))
                    .forEach(groupId -> rows.leave(groupId, id, granted));
            if (!granted.isEmpty()) {
                regularisation.reachedBeside(wanted, id);
            }
            store.keep(
                    context.realmId(),
                    id,
                    rights.digest(assignments),
                    context.clock().millis());
        });
    }

    /** The groups that somebody is about to enter: a change set on one of them waits until that is done. */
    private static List<String> missing(
            Map<String, Set<Assignment>> people, List<ManagedGroup> groups, Map<String, Set<String>> made) {
        return groups.stream()
                .filter(group -> people.entrySet().stream()
                        .anyMatch(person -> OfficialRights.entitle(person.getValue(), group)
                                && !made.getOrDefault(person.getKey(), Set.of()).contains(group.id())))
                .map(ManagedGroup::id)
                .toList();
    }
}
