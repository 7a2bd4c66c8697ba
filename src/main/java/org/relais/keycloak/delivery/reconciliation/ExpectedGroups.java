package org.relais.keycloak.delivery.reconciliation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.relais.keycloak.delivery.DesiredStateReader;
import org.relais.keycloak.delivery.MembershipStore;
import org.relais.keycloak.delivery.MembershipStore.GroupMember;
import org.relais.keycloak.delivery.RealmTarget;
import org.relais.keycloak.delivery.RemoteStateStore;
import org.relais.keycloak.delivery.target.ExpectedMembers;
import org.relais.keycloak.delivery.target.RemoteGroup;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.school.ManagedGroup;
import org.relais.keycloak.school.School;
import org.relais.keycloak.school.Schools;

/** Which groups a target should have for some schools, and who should be a member now. */
record ExpectedGroups(RealmContext context, RealmTarget target) {

    /** @param last group name of the last school in it; null if there are no more */
    record Page(List<ExpectedMembers> remoteGroups, String last) {

        boolean isLast() {
            return last == null;
        }
    }

    Page after(String school, int max) {
        Schools schools = new Schools(context.session(), context.realm());
        List<School> page = schools.page(school, max);
        List<ManagedGroup> groups =
                schools.groupsOf(page).stream().filter(target::feeds).toList();
        Map<String, List<GroupMember>> byGroup = members(groups);
        DesiredStateReader states = new DesiredStateReader(context, target);
        Map<RemoteGroup, Map<String, String>> contents = new LinkedHashMap<>();
        for (ManagedGroup group : groups) {
            Map<String, String> people =
                    contents.computeIfAbsent(DesiredStateReader.remoteGroupOf(group), any -> new TreeMap<>());
            byGroup.getOrDefault(group.id(), List.of()).stream()
                    .filter(member -> states.opens(group, member.endsAt() == null))
                    .forEach(member -> people.put(member.userId(), null));
        }
        fillInRemoteIds(contents);
        List<ExpectedMembers> remoteGroups = new ArrayList<>();
        contents.forEach((remoteGroup, people) -> remoteGroups.add(new ExpectedMembers(remoteGroup, people)));
        return new Page(
                remoteGroups, page.size() < max ? null : page.get(max - 1).uai());
    }

    private Map<String, List<GroupMember>> members(List<ManagedGroup> groups) {
        return new MembershipStore(context.entityManager())
                        .in(
                                groups.stream().map(ManagedGroup::id).toList(),
                                context.clock().millis())
                        .stream()
                        .collect(Collectors.groupingBy(GroupMember::groupId));
    }

    private void fillInRemoteIds(Map<RemoteGroup, Map<String, String>> contents) {
        Set<String> userIds = contents.values().stream()
                .flatMap(people -> people.keySet().stream())
                .collect(Collectors.toSet());
        Map<String, String> remoteIds = new HashMap<>();
        new RemoteStateStore(context.entityManager())
                .of(target.id(), userIds)
                .forEach((userId, remoteState) -> remoteIds.put(userId, remoteState.remoteId));
        contents.values().forEach(people -> people.replaceAll((userId, none) -> remoteIds.get(userId)));
    }
}
