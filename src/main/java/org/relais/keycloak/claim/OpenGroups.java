package org.relais.keycloak.claim;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.relais.keycloak.grant.Grant;
import org.relais.keycloak.grant.Ledger;
import org.relais.keycloak.grant.PendingGrants;
import org.relais.keycloak.school.ManagedGroup;
import org.relais.keycloak.school.OfficialOnlyClients;
import org.relais.keycloak.school.Profiles;
import org.relais.keycloak.school.Schools;

/**
 * Which managed groups open an application to a person now. It starts from the person's own groups, so its cost does not
 * depend on the realm, and compares each grant with the clock, so that an access ends on time without any job.
 */
public final class OpenGroups {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Clock clock;

    public OpenGroups(KeycloakSession session, RealmModel realm, Clock clock) {
        this.session = session;
        this.realm = realm;
        this.clock = clock;
    }

    /**
     * The groups that open a client to a person; a client for official members only sees nothing of a grant. One request
     * may ask several times, for the gate, an access and an ID token: it is looked up once.
     */
    public List<OpenGroup> opening(ClientModel client, UserModel person) {
        String key = OpenGroups.class.getName() + "/" + client.getId() + "/" + person.getId();
        Opening known = session.getAttribute(key, Opening.class);
        if (known == null) {
            known = new Opening(lookUp(client, person));
            session.setAttribute(key, known);
        }
        return known.groups();
    }

    private record Opening(List<OpenGroup> groups) {}

    private List<OpenGroup> lookUp(ClientModel client, UserModel person) {
        if (new OfficialOnlyClients(session, realm).contains(client)) {
            return opened(client, person).stream().filter(OpenGroup::isOfficial).toList();
        }
        List<OpenGroup> open = opened(client, person);
        if (open.isEmpty() && Profiles.of(session, realm).someOpens(client.getClientId())) {
            // An access may wait for this very account, which comes for the first time. Keycloak tells of a sign-in
            // once it has succeeded: too late for whoever the gate refuses, and for the first token.
            new PendingGrants(session, realm, clock).activateFor(person);
            return opened(client, person);
        }
        return open;
    }

    private List<OpenGroup> opened(ClientModel client, UserModel person) {
        List<ManagedGroup> candidates = groupsOf(person).stream()
                .filter(group -> group.opens(client.getClientId()))
                .toList();
        return open(candidates, person);
    }

    /** All managed groups of a person. */
    public List<OpenGroup> of(UserModel person) {
        return open(groupsOf(person), person);
    }

    private List<ManagedGroup> groupsOf(UserModel person) {
        Schools schools = new Schools(session, realm);
        return person.getGroupsStream()
                .map(schools::managedGroup)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(ManagedGroup::name))
                .toList();
    }

    private List<OpenGroup> open(List<ManagedGroup> candidates, UserModel person) {
        if (candidates.isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant();
        Map<String, Grant> grants = new Ledger(session, realm, clock)
                .openOf(person.getId()).stream().collect(Collectors.toMap(Grant::groupId, Function.identity()));
        return candidates.stream()
                .map(group -> new OpenGroup(group, grants.get(group.id())))
                .filter(open -> open.isOfficial() || open.grant().holdsAt(now))
                .toList();
    }
}
