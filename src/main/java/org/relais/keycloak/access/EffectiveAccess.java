package org.relais.keycloak.access;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.UserModel;
import org.relais.keycloak.directory.record.Assignment;
import org.relais.keycloak.grant.Grant;
import org.relais.keycloak.grant.GrantCache;
import org.relais.keycloak.grant.OfficialRights;
import org.relais.keycloak.grant.PendingGrants;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.school.ManagedGroup;
import org.relais.keycloak.school.OfficialOnlyClients;
import org.relais.keycloak.school.Privileges;
import org.relais.keycloak.school.Profiles;
import org.relais.keycloak.school.Schools;

/**
 * Which managed groups open an application to a person now. It starts from the person's own groups, so its cost does not depend
 * on the realm, and compares each grant with the clock, so that an access ends on time without any job. It also compares
 * official memberships with the record, which may have changed a moment ago: the first token of a sign-in is right, although
 * the membership itself only changes after it.
 */
public final class EffectiveAccess {

    private final RealmContext context;
    private OfficialRights rights;

    public EffectiveAccess(RealmContext context) {
        this.context = context;
    }

    /**
     * The groups that open a client to a person; a client for official members only sees nothing of a grant. One request
     * may ask several times, for the gate, an access and an ID token: it is looked up once.
     */
    public List<EffectiveGroup> opening(ClientModel client, UserModel person) {
        String key = EffectiveAccess.class.getName() + "/" + client.getId() + "/" + person.getId();
        Opening known = context.session().getAttribute(key, Opening.class);
        if (known == null) {
            known = new Opening(lookUp(client, person));
            context.session().setAttribute(key, known);
        }
        return known.groups();
    }

    private record Opening(List<EffectiveGroup> groups) {}

    private List<EffectiveGroup> lookUp(ClientModel client, UserModel person) {
        if (new OfficialOnlyClients(context.session(), context.realm()).contains(client)) {
            return opened(client, person).stream()
                    .filter(EffectiveGroup::isOfficial)
                    .toList();
        }
        List<EffectiveGroup> open = opened(client, person);
        if (open.isEmpty() && Profiles.of(context.realm()).someOpens(client.getClientId())) {
            // An access may wait for this very account, which comes for the first time. Keycloak tells of a sign-in
            // once it has succeeded: too late for whoever the gate refuses, and for the first token.
            new PendingGrants(context).activateFor(person);
            return opened(client, person);
        }
        return open;
    }

    private List<EffectiveGroup> opened(ClientModel client, UserModel person) {
        String clientId = client.getClientId();
        return open(person, group -> group.opens(clientId), assignment -> rights().couldOpen(assignment, clientId));
    }

    /** All managed groups of a person. */
    public List<EffectiveGroup> of(UserModel person) {
        return open(person, group -> true, assignment -> true);
    }

    private List<EffectiveGroup> open(
            UserModel person, Predicate<ManagedGroup> asked, Predicate<Assignment> concerned) {
        Set<Assignment> assignments = rights().assignmentsOf(person);
        List<ManagedGroup> held = groupsOf(person).filter(asked).toList();
        List<Assignment> missing = assignments.stream()
                .filter(concerned)
                .filter(assignment ->
                        held.stream().noneMatch(group -> OfficialRights.entitle(Set.of(assignment), group)))
                .toList();
        return Stream.concat(
                        held.isEmpty() ? Stream.empty() : held(person, held, assignments),
                        missing.isEmpty() ? Stream.empty() : coming(missing).filter(open -> asked.test(open.group())))
                .sorted(Comparator.comparing(open -> open.group().name()))
                .toList();
    }

    private Stream<ManagedGroup> groupsOf(UserModel person) {
        Schools schools = new Schools(context.session(), context.realm());
        return person.getGroupsStream().map(schools::managedGroup).flatMap(Optional::stream);
    }

    /** The groups, of those somebody is in, that hold at this instant. */
    private Stream<EffectiveGroup> held(UserModel person, List<ManagedGroup> groups, Set<Assignment> assignments) {
        Instant now = context.now();
        Map<String, Grant> grants = new GrantCache(context)
                .openOf(person).stream().collect(Collectors.toMap(Grant::groupId, Function.identity()));
        List<ManagedGroup> withdrawn = withdrawn(person, groups, assignments, grants.keySet());
        return groups.stream()
                .map(group -> new EffectiveGroup(
                        group, OfficialRights.entitle(assignments, group) ? null : grants.get(group.id())))
                .filter(open -> open.isOfficial()
                        ? !withdrawn.contains(open.group())
                        : open.grant().holdsAt(now));
    }

    /**
     * The groups that the record no longer gives. It only asks where somebody is in a group that follows the record, with
     * neither an assignment for it nor a grant.
     */
    private List<ManagedGroup> withdrawn(
            UserModel person, List<ManagedGroup> groups, Set<Assignment> assignments, Set<String> grantedIds) {
        List<ManagedGroup> doubtful = groups.stream()
                .filter(group -> !group.profile().functionCodes().isEmpty())
                .filter(group -> !grantedIds.contains(group.id()) && !OfficialRights.entitle(assignments, group))
                .toList();
        return doubtful.isEmpty() || !rights().areFollowed() ? List.of() : rights().withdrawn(person.getId(), doubtful);
    }

    /** The groups to which the record entitles and whose membership is only about to be made. */
    private Stream<EffectiveGroup> coming(List<Assignment> assignments) {
        Privileges privileges = new Privileges(context.session());
        return rights().groupsFor(assignments).stream()
                .filter(group -> !privileges.areAdministrationOf(
                        context.session().groups().getGroupById(context.realm(), group.id())))
                .map(group -> new EffectiveGroup(group, null));
    }

    /** Made when first needed: most callers in one request get what the first of them found. */
    private OfficialRights rights() {
        if (rights == null) {
            rights = new OfficialRights(context);
        }
        return rights;
    }
}
