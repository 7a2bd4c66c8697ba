package org.relais.keycloak.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keycloak.models.ClientModel;
import org.relais.keycloak.delivery.MembershipStore.GroupMember;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.school.ManagedGroup;
import org.relais.keycloak.school.OfficialOnlyClients;
import org.relais.keycloak.school.School;
import org.relais.keycloak.school.Schools;

/** Who has access to an application now, and until when: for applications that can only import a file. */
public final class AccessFeed {

    private static final int SCHOOLS = 200;

    private final RealmContext context;
    private final Schools schools;
    private final MembershipStore members;

    public AccessFeed(RealmContext context) {
        this.context = context;
        this.schools = new Schools(context.session(), context.realm());
        this.members = new MembershipStore(context.entityManager());
    }

    /** A person in a group that opens the application; {@code endsAt} is null for an official member. */
    public record Entry(
            ManagedGroup group, String username, String lastName, String firstName, Instant startsAt, Instant endsAt) {}

    /** By school, group and identifier; the same order each time. */
    public List<Entry> of(ClientModel client, String uai) {
        List<Entry> entries = new ArrayList<>();
        boolean officialOnly = new OfficialOnlyClients(context.session(), context.realm()).contains(client);
        for (List<School> page = first(client, uai); !page.isEmpty(); page = next(page)) {
            entries.addAll(entriesOf(client, page, officialOnly));
        }
        return entries;
    }

    private List<School> first(ClientModel client, String uai) {
        Optional<String> only =
                Optional.ofNullable(uai).or(() -> schools.profiles().uaiOf(client.getClientId()));
        return only.isPresent() ? schools.withUai(only.get()).stream().toList() : schools.page(null, SCHOOLS);
    }

    private List<School> next(List<School> page) {
        return page.size() < SCHOOLS
                ? List.of()
                : schools.page(page.get(SCHOOLS - 1).uai(), SCHOOLS);
    }

    private List<Entry> entriesOf(ClientModel client, List<School> page, boolean officialOnly) {
        List<ManagedGroup> groups = schools.groupsOf(page).stream()
                .filter(group -> group.opens(client.getClientId()))
                .toList();
        Map<String, List<GroupMember>> byGroup =
                members
                        .in(
                                groups.stream().map(ManagedGroup::id).toList(),
                                context.clock().millis())
                        .stream()
                        .filter(member -> member.endsAt() == null || !officialOnly)
                        .collect(Collectors.groupingBy(GroupMember::groupId));
        return groups.stream()
                .sorted(Comparator.comparing(group -> group.name()))
                .flatMap(group -> byGroup.getOrDefault(group.id(), List.of()).stream()
                        .sorted(Comparator.comparing(GroupMember::username))
                        .map(member -> new Entry(
                                group,
                                member.username(),
                                member.lastName(),
                                member.firstName(),
                                instant(member.startsAt()),
                                instant(member.endsAt()))))
                .toList();
    }

    private static Instant instant(Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
