package org.relais.keycloak.delivery;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.relais.keycloak.access.EffectiveAccess;
import org.relais.keycloak.access.EffectiveGroup;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.school.ManagedGroup;

/**
 * Asks that people be brought up to date in the applications that must be told, in the caller's transaction: one statement
 * whatever the number of targets, none where the realm has no target. Nothing leaves before the transaction is committed.
 */
public final class Deliveries {

    private static final int PAGE = 500;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Clock clock;

    public Deliveries(KeycloakSession session, RealmModel realm, Clock clock) {
        this.session = session;
        this.realm = realm;
        this.clock = clock;
    }

    /** Something about the person's membership of a group has changed. */
    public void changedIn(ManagedGroup group, String userId) {
        ask(feeding(group), List.of(userId));
    }

    /** Something about the person has changed. */
    public void changed(String userId) {
        ask(RealmTarget.of(realm), List.of(userId));
    }

    /** Name, mail address or the account as such may have changed: targets that know the person or should hear of it. */
    public void edited(UserModel person) {
        List<RealmTarget> targets = RealmTarget.of(realm);
        if (targets.isEmpty()) {
            return;
        }
        List<String> ids = targets.stream().map(RealmTarget::id).toList();
        Set<String> knowing = new RemoteStateStore(entityManager(session))
                .ofPerson(ids, person.getId()).stream().map(it -> it.targetId).collect(Collectors.toSet());
        List<EffectiveGroup> groups = new EffectiveAccess(new RealmContext(session, realm, clock)).of(person);
        List<RealmTarget> concerned = targets.stream()
                .filter(target ->
                        knowing.contains(target.id()) || groups.stream().anyMatch(open -> target.feeds(open.group())))
                .toList();
        ask(concerned, List.of(person.getId()));
    }

    /** The person is gone: targets that may have heard of them. Whoever waits may be being told at this moment. */
    public void gone(String userId) {
        List<RealmTarget> targets = RealmTarget.of(realm);
        if (targets.isEmpty()) {
            return;
        }
        EntityManager em = entityManager(session);
        List<String> ids = targets.stream().map(RealmTarget::id).toList();
        Set<String> concerned = new HashSet<>();
        new QueueStore(em).ofPeople(ids, List.of(userId)).forEach(row -> concerned.add(row.targetId));
        new RemoteStateStore(em).ofPerson(ids, userId).forEach(holding -> concerned.add(holding.targetId));
        ask(targets.stream().filter(it -> concerned.contains(it.id())).toList(), List.of(userId));
    }

    /** All members of a group, while it has them: it is being deleted or moved. */
    public void changedForAllIn(String groupId) {
        List<RealmTarget> targets = RealmTarget.of(realm);
        if (targets.isEmpty()) {
            return;
        }
        MembershipStore members = new MembershipStore(entityManager(session));
        List<String> page = members.userIds(groupId, "", PAGE);
        while (!page.isEmpty()) {
            ask(targets, page);
            page = members.userIds(groupId, page.get(page.size() - 1), PAGE);
        }
    }

    /** People of one target; for what a comparison found. */
    public void ask(RealmTarget target, Collection<String> userIds) {
        ask(List.of(target), userIds);
    }

    /** Everything that waits for a target is tried now. Returns how many. */
    public int retry(RealmTarget target) {
        int hurried = new DeliveryStore(entityManager(session)).hurry(target.id(), clock.millis());
        DispatchAfterCommit.hurrying(session, target.id());
        return hurried;
    }

    public static void targetRemoved(KeycloakSession session, String targetId) {
        new DeliveryStore(entityManager(session)).removeTarget(targetId);
    }

    public static void realmRemoved(KeycloakSession session, String realmId) {
        new DeliveryStore(entityManager(session)).removeRealm(realmId);
    }

    private List<RealmTarget> feeding(ManagedGroup group) {
        return RealmTarget.of(realm).stream()
                .filter(target -> target.feeds(group))
                .toList();
    }

    private void ask(List<RealmTarget> targets, Collection<String> userIds) {
        if (!targets.isEmpty() && !userIds.isEmpty()) {
            DeliveryRequestBuffer.in(session, realm, clock).add(targets, userIds);
        }
    }

    private static EntityManager entityManager(KeycloakSession session) {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }
}
