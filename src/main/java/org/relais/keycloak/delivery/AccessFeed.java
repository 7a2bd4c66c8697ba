package org.relais.keycloak.delivery;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.relais.keycloak.delivery.MembershipStore.GroupMember;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.platform.RealmJobs;
import org.relais.keycloak.school.ManagedGroup;
import org.relais.keycloak.school.OfficialOnlyClients;
import org.relais.keycloak.school.School;
import org.relais.keycloak.school.Schools;

/**
 * Who has access to an application, and until when: for applications that can only import a file. It is by school, group and
 * identifier, in the same order each time. It is read while somebody goes through it, in short transactions of its own: some
 * schools at a time, and where these are crowded some people at a time.
 */
public final class AccessFeed implements Iterable<AccessFeed.Entry> {

    private static final int SCHOOLS = 20;
    private static final int PEOPLE = 2_000;

    private final RealmJobs jobs;
    private final String realmId;
    private final String clientId;
    private final Optional<String> onlyUai;
    private final boolean officialOnly;
    private final Instant now;

    /** @param uai of the only school; null for all */
    public AccessFeed(RealmContext context, ClientModel client, String uai) {
        Schools schools = new Schools(context.session(), context.realm());
        this.jobs = RealmJobs.of(context.session(), context.clock());
        this.realmId = context.realmId();
        this.clientId = client.getClientId();
        this.onlyUai = Optional.ofNullable(uai).or(() -> schools.profiles().uaiOf(clientId));
        this.officialOnly = new OfficialOnlyClients(context.session(), context.realm()).contains(client);
        this.now = context.now();
    }

    /** A person in a group that opens the application; {@code endsAt} is null for an official member. */
    public record Entry(
            ManagedGroup group, String username, String lastName, String firstName, Instant startsAt, Instant endsAt) {}

    @Override
    public Iterator<Entry> iterator() {
        return new Reading();
    }

    private final class Reading implements Iterator<Entry> {

        private Iterator<Entry> part = List.<Entry>of().iterator();
        private final Deque<ManagedGroup> crowded = new ArrayDeque<>();
        private String lastUsername;
        private String lastSchool;
        private boolean allSchoolsRead;

        @Override
        public boolean hasNext() {
            while (!part.hasNext() && !(crowded.isEmpty() && allSchoolsRead)) {
                List<Entry> next = jobs.call(realmId, crowded.isEmpty() ? this::readSchools : this::readGroup)
                        .orElseThrow(() -> new IllegalStateException("The realm was removed while it was read"));
                part = next.iterator();
            }
            return part.hasNext();
        }

        @Override
        public Entry next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return part.next();
        }

        private List<Entry> readSchools(RealmContext own) {
            Schools schools = new Schools(own.session(), own.realm());
            List<School> page = onlyUai.isPresent()
                    ? schools.withUai(onlyUai.get()).stream().toList()
                    : schools.page(lastSchool, SCHOOLS);
            allSchoolsRead = page.size() < SCHOOLS;
            lastSchool = allSchoolsRead ? null : page.get(SCHOOLS - 1).uai();
            List<ManagedGroup> groups = schools.groupsOf(page).stream()
                    .filter(group -> group.opens(clientId))
                    .sorted(Comparator.comparing(ManagedGroup::name))
                    .toList();
            List<GroupMember> members =
                    store(own).in(groups.stream().map(ManagedGroup::id).toList(), now.toEpochMilli(), PEOPLE + 1);
            if (members.size() > PEOPLE) {
                crowded.addAll(groups);
                return List.of();
            }
            Map<String, List<GroupMember>> byGroup = members.stream()
                    .sorted(Comparator.comparing(GroupMember::username))
                    .collect(Collectors.groupingBy(GroupMember::groupId));
            return groups.stream()
                    .flatMap(group -> entries(group, byGroup.getOrDefault(group.id(), List.of())))
                    .toList();
        }

        private List<Entry> readGroup(RealmContext own) {
            ManagedGroup group = crowded.peek();
            List<GroupMember> members = store(own).inGroup(group.id(), lastUsername, now.toEpochMilli(), PEOPLE);
            boolean done = members.size() < PEOPLE;
            lastUsername = done ? null : members.get(PEOPLE - 1).username();
            if (done) {
                crowded.remove();
            }
            return entries(group, members).toList();
        }

        private Stream<Entry> entries(ManagedGroup group, List<GroupMember> members) {
            return members.stream()
                    .filter(member -> member.endsAt() == null || !officialOnly)
                    .map(member -> new Entry(
                            group,
                            member.username(),
                            member.lastName(),
                            member.firstName(),
                            instant(member.startsAt()),
                            instant(member.endsAt())));
        }

        private MembershipStore store(RealmContext own) {
            return new MembershipStore(own.entityManager());
        }
    }

    private static Instant instant(Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
