package org.relais.keycloak.grant;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.relais.keycloak.directory.People;
import org.relais.keycloak.directory.record.Person;
import org.relais.keycloak.grant.GrantListStore.GroupCount;
import org.relais.keycloak.grant.MemberStore.MemberRow;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.school.ManagedGroup;

/** Who is in a managed group, and how: official members, members by a grant, and pending ones. */
public final class Members {

    private final RealmContext context;
    private final People people;
    private final MemberStore members;
    private final GrantStore grants;
    private final GrantListStore lists;

    public Members(RealmContext context) {
        EntityManager em = context.entityManager();
        this.context = context;
        this.people = new People(context);
        this.members = new MemberStore(em);
        this.grants = new GrantStore(em);
        this.lists = new GrantListStore(em);
    }

    /**
     * Some members who have an account, by name.
     *
     * @param origin OFFICIAL or GRANTED; null for both
     * @param query  beginning of the identifier, the first or the last name; null for everybody
     */
    public MemberPage present(ManagedGroup group, Origin origin, String query, MemberPosition after, int max) {
        List<MemberRow> rows =
                members.page(group.id(), origin, prefix(query), context.clock().millis(), after, max + 1);
        List<MemberRow> page = rows.subList(0, Math.min(max, rows.size()));
        Map<String, Person> persons =
                people.withIds(page.stream().map(MemberRow::userId).toList());
        List<Member> found = page.stream()
                .filter(row -> persons.containsKey(row.userId()))
                .map(row -> member(persons.get(row.userId()), row.grant()))
                .toList();
        return new MemberPage(
                found, rows.size() > max ? page.get(page.size() - 1).position() : null);
    }

    /**
     * Some pending members, by the identifier they are expected under.
     *
     * @param query beginning of the identifier; null for everybody
     * @param after identifier after which the page begins; empty for the first page
     */
    public List<Member> pending(ManagedGroup group, String query, String after, int max) {
        return lists.pendingInGroup(group.id(), context.now(), prefix(query), after, max).stream()
                .map(grant -> new Member(null, Origin.PENDING, grant))
                .toList();
    }

    /** How some people are in a group; those who are not are left out. It costs two statements whatever their number. */
    public Map<String, Membership> among(ManagedGroup group, Collection<String> userIds) {
        Map<String, Grant> granted = userIds.isEmpty()
                ? Map.of()
                : grants.openOfPeople(context.realmId(), userIds).stream()
                        .filter(grant -> grant.groupId().equals(group.id()))
                        .collect(Collectors.toMap(Grant::userId, Function.identity()));
        return members.membersAmong(List.of(group.id()), userIds).getOrDefault(group.id(), Set.of()).stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        id -> granted.containsKey(id)
                                ? new Membership(Origin.GRANTED, granted.get(id))
                                : new Membership(Origin.OFFICIAL, null)));
    }

    /** How many members each group has. It costs two statements whatever the number of groups. */
    public Map<String, GroupCounts> count(Collection<ManagedGroup> groups) {
        List<String> ids = groups.stream().map(ManagedGroup::id).toList();
        Instant now = context.now();
        Map<String, Long> memberships = members.countMemberships(ids);
        Map<String, List<GroupCount>> open =
                lists.countOpen(ids, now).stream().collect(Collectors.groupingBy(GroupCount::groupId));
        return ids.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        id -> counts(memberships.getOrDefault(id, 0L), open.getOrDefault(id, List.of()))));
    }

    /** The official members of some groups, by group and name; for groups that are known to have few. */
    public Map<String, List<Person>> officials(Collection<ManagedGroup> groups) {
        Map<String, List<String>> ids =
                members.officials(groups.stream().map(ManagedGroup::id).toList());
        Map<String, Person> persons = people.withIds(
                ids.values().stream().flatMap(List::stream).distinct().toList());
        return ids.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().stream()
                                .map(persons::get)
                                .filter(Objects::nonNull)
                                .sorted(Comparator.comparing(Person::name))
                                .toList()));
    }

    private static String prefix(String query) {
        return query == null || query.isBlank() ? null : query.strip().toLowerCase(Locale.ROOT);
    }

    private static GroupCounts counts(long memberships, List<GroupCount> open) {
        GroupCount none = new GroupCount(null, null, 0, 0);
        GroupCount active = of(open, GrantStatus.ACTIVE, none);
        return new GroupCounts(
                Math.max(0, memberships - active.rows()),
                active.current(),
                of(open, GrantStatus.PENDING, none).current());
    }

    private static GroupCount of(List<GroupCount> counts, GrantStatus status, GroupCount none) {
        return counts.stream()
                .filter(count -> Objects.equals(count.status(), status))
                .findFirst()
                .orElse(none);
    }

    private static Member member(Person person, GrantEntity grant) {
        return grant == null
                ? new Member(person, Origin.OFFICIAL, null)
                : new Member(person, Origin.GRANTED, grant.toGrant());
    }
}
