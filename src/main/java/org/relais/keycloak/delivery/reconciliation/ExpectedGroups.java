package org.relais.keycloak.delivery.reconciliation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.relais.keycloak.delivery.DesiredStateReader;
import org.relais.keycloak.delivery.MembershipStore;
import org.relais.keycloak.delivery.MembershipStore.Membership;
import org.relais.keycloak.delivery.RealmTarget;
import org.relais.keycloak.delivery.RemoteStateStore;
import org.relais.keycloak.delivery.target.ExpectedMembers;
import org.relais.keycloak.delivery.target.RemoteGroup;
import org.relais.keycloak.school.ManagedGroup;
import org.relais.keycloak.school.School;
import org.relais.keycloak.school.Schools;

/** Which places a target should have for some schools, and who should be there now. */
final class ExpectedGroups {

    private final RealmTarget target;
    private final Clock clock;
    private final Schools schools;
    private final DesiredStateReader states;
    private final MembershipStore members;
    private final RemoteStateStore holdings;

    ExpectedGroups(KeycloakSession session, RealmModel realm, RealmTarget target, Clock clock) {
        var em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        this.target = target;
        this.clock = clock;
        this.schools = new Schools(session, realm);
        this.states = new DesiredStateReader(session, realm, target, clock);
        this.members = new MembershipStore(em);
        this.holdings = new RemoteStateStore(em);
    }

    /** @param last group name of the last school in it; null if there are no more */
    record Page(List<ExpectedMembers> places, String last) {

        boolean isLast() {
            return last == null;
        }
    }

    Page after(String school, int max) {
        List<School> page = schools.page(school, max);
        List<ManagedGroup> groups =
                schools.groupsOf(page).stream().filter(target::feeds).toList();
        Map<String, List<Membership>> byGroup =
                members.in(groups.stream().map(ManagedGroup::id).toList(), clock.millis()).stream()
                        .collect(Collectors.groupingBy(Membership::groupId));
        Map<RemoteGroup, Map<String, String>> contents = new LinkedHashMap<>();
        for (ManagedGroup group : groups) {
            Map<String, String> people =
                    contents.computeIfAbsent(DesiredStateReader.placeOf(group), any -> new TreeMap<>());
            byGroup.getOrDefault(group.id(), List.of()).stream()
                    .filter(member -> states.opens(group, member.endsAt() == null))
                    .forEach(member -> people.put(member.userId(), null));
        }
        fillInRemoteIds(contents);
        List<ExpectedMembers> places = new ArrayList<>();
        contents.forEach((place, people) -> places.add(new ExpectedMembers(place, people)));
        return new Page(places, page.size() < max ? null : page.get(max - 1).uai());
    }

    private void fillInRemoteIds(Map<RemoteGroup, Map<String, String>> contents) {
        Set<String> userIds = contents.values().stream()
                .flatMap(people -> people.keySet().stream())
                .collect(Collectors.toSet());
        Map<String, String> remoteIds = new HashMap<>();
        holdings.of(target.id(), userIds).forEach((userId, holding) -> remoteIds.put(userId, holding.remoteId));
        contents.values().forEach(people -> people.replaceAll((userId, none) -> remoteIds.get(userId)));
    }
}
