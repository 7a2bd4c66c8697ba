package org.relais.keycloak.authority;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.models.GroupModel;
import org.keycloak.models.UserModel;
import org.relais.keycloak.authority.GiverStore.Row;
import org.relais.keycloak.grant.Ledger;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.school.ManagedGroup;
import org.relais.keycloak.school.Schools;

/** The people who delegated: read in three statements whatever their number. Who is gone or disabled is not among them. */
final class Givers {

    private static final String NOT_IMPORTED = "f:";

    private final RealmContext context;
    private final Schools schools;
    private final Map<String, Giver> byId = new HashMap<>();
    private final Map<String, Set<String>> granted = new HashMap<>();
    /** Those of whom a directory may know more than the database, until it has been asked. */
    private final Set<String> inDirectory = new HashSet<>();

    Givers(RealmContext context, Schools schools, Set<String> ids) {
        this.context = context;
        this.schools = schools;
        if (!ids.isEmpty()) {
            read(ids);
        }
    }

    /** Somebody as the database knows them; empty for whoever is gone or disabled. */
    Optional<Giver> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Whether somebody manages a group by the profile. A directory is asked only where the database says no. */
    boolean manageByRule(String id, ManagedGroup group) {
        return find(id).filter(giver -> giver.managesByRule(group)).isPresent()
                || (inDirectory.remove(id)
                        && askDirectory(id)
                                .filter(giver -> giver.managesByRule(group))
                                .isPresent());
    }

    private void read(Set<String> ids) {
        List<Row> rows = new GiverStore(context.entityManager()).enabled(context.realmId(), ids);
        new Ledger(context)
                .openOf(ids)
                .forEach(grant -> granted.computeIfAbsent(grant.userId(), any -> new HashSet<>())
                        .add(grant.groupId()));
        Map<String, ManagedGroup> groups = schools.managedGroups(rows.stream()
                .map(Row::groupId)
                .filter(groupId -> groupId != null)
                .collect(Collectors.toSet()));
        rows.stream()
                .collect(Collectors.groupingBy(Row::userId))
                .forEach((id, own) ->
                        byId.put(id, giver(id, own.stream().map(Row::groupId).toList(), groups)));
        rows.stream().filter(Row::federated).map(Row::userId).forEach(inDirectory::add);
        ids.stream().filter(id -> id.startsWith(NOT_IMPORTED)).forEach(inDirectory::add);
    }

    private Giver giver(String id, Collection<String> groupIds, Map<String, ManagedGroup> groups) {
        Set<String> carried = granted.getOrDefault(id, Set.of());
        return new Giver(
                id,
                groupIds.stream()
                        .filter(groups::containsKey)
                        .filter(groupId -> !carried.contains(groupId))
                        .map(groups::get)
                        .toList());
    }

    private Optional<Giver> askDirectory(String id) {
        UserModel person = context.session().users().getUserById(context.realm(), id);
        if (person == null || !person.isEnabled()) {
            byId.remove(id);
            return Optional.empty();
        }
        Map<String, ManagedGroup> groups = person.getGroupsStream()
                .flatMap(group -> schools.managedGroup(group).stream())
                .collect(Collectors.toMap(ManagedGroup::id, group -> group, (one, same) -> one));
        List<String> groupIds =
                person.getGroupsStream().map(GroupModel::getId).distinct().toList();
        byId.put(id, giver(id, groupIds, groups));
        return find(id);
    }
}
