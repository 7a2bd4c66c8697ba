package org.relais.keycloak.grant;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.relais.keycloak.grant.GrantChanged.Kind;

/** Turns grants that wait for an identifier into grants of the account that has it. */
public final class PendingGrants {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Clock clock;
    private final GrantStore store;
    private final Chronicle chronicle;

    public PendingGrants(KeycloakSession session, RealmModel realm, Clock clock) {
        this.session = session;
        this.realm = realm;
        this.clock = clock;
        this.store =
                new GrantStore(session.getProvider(JpaConnectionProvider.class).getEntityManager());
        this.chronicle = new Chronicle(session, realm, clock);
    }

    /**
     * Makes the grants that wait for this account active: one indexed read when there are none. A mail address counts only
     * once verified; where the person is a member already, the grant is left to run out.
     */
    public void activateFor(UserModel person) {
        List<Grant> waiting = store.pendingFor(realm.getId(), identifiersOf(person)).stream()
                .filter(grant -> !grant.isOverAt(clock.instant()))
                .toList();
        if (waiting.isEmpty() || new Eligibility(session).problemOf(person).isPresent()) {
            return;
        }
        Set<String> groups =
                Uncached.of(person).getGroupsStream().map(GroupModel::getId).collect(Collectors.toSet());
        waiting.stream().filter(grant -> groups.add(grant.groupId())).forEach(grant -> activate(grant, person));
    }

    private void activate(Grant waiting, UserModel person) {
        GrantEntity grant = store.lock(waiting.id());
        GroupModel group = session.groups().getGroupById(realm, grant.groupId);
        boolean possible = grant.status == GrantStatus.PENDING
                && group != null
                && new Eligibility(session).problemOf(group).isEmpty();
        if (possible) {
            Grant before = grant.toGrant();
            grant.activateFor(person.getId());
            chronicle.tell(Kind.ACTIVATED, before, grant, Journal.SYSTEM, Map.of());
            store.flush();
            new Projection(session).join(person, group);
        }
    }

    private static List<String> identifiersOf(UserModel person) {
        Stream<String> mail =
                person.isEmailVerified() && person.getEmail() != null ? Stream.of(person.getEmail()) : Stream.empty();
        return Stream.concat(Stream.of(person.getUsername()), mail)
                .map(it -> it.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }
}
