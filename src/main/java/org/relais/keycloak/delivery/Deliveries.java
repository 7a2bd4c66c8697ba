package org.relais.keycloak.delivery;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.relais.keycloak.access.EffectiveAccess;
import org.relais.keycloak.access.EffectiveGroup;
import org.relais.keycloak.platform.EntityManagers;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.school.GroupMemberStore;
import org.relais.keycloak.school.ManagedGroup;

/**
 * Requests deliveries: that an application is synchronized with what a person should have. A request is part of the caller's
 * transaction and costs one statement whatever the number of targets, none where the realm has no target. Nothing leaves
 * before the transaction is committed.
 */
public final class Deliveries {

    private static final int PAGE = 500;

    private final RealmContext context;

    public Deliveries(RealmContext context) {
        this.context = context;
    }

    /** Something about the person's membership of a group has changed. */
    public void changedIn(ManagedGroup group, String userId) {
        request(feeding(group), List.of(userId));
    }

    /** Something about the person has changed. */
    public void changed(String userId) {
        request(RealmTarget.of(context.realm()), List.of(userId));
    }

    /** The person's account has changed: targets that know the person or should. */
    public void edited(UserModel person) {
        List<RealmTarget> targets = RealmTarget.of(context.realm());
        if (targets.isEmpty()) {
            return;
        }
        List<String> ids = targets.stream().map(RealmTarget::id).toList();
        Set<String> knowing = new RemoteStateStore(context.entityManager())
                .ofPerson(ids, person.getId()).stream().map(it -> it.targetId).collect(Collectors.toSet());
        List<EffectiveGroup> groups = new EffectiveAccess(context).of(person);
        List<RealmTarget> concerned = targets.stream()
                .filter(target ->
                        knowing.contains(target.id()) || groups.stream().anyMatch(open -> target.feeds(open.group())))
                .toList();
        request(concerned, List.of(person.getId()));
    }

    /** The person is removed: targets that may know the person. A delivery that waits may be under way at this moment. */
    public void gone(String userId) {
        List<RealmTarget> targets = RealmTarget.of(context.realm());
        if (targets.isEmpty()) {
            return;
        }
        EntityManager em = context.entityManager();
        List<String> ids = targets.stream().map(RealmTarget::id).toList();
        Set<String> concerned = new HashSet<>();
        new QueueStore(em).ofPeople(ids, List.of(userId)).forEach(row -> concerned.add(row.targetId));
        new RemoteStateStore(em).ofPerson(ids, userId).forEach(remoteState -> concerned.add(remoteState.targetId));
        request(targets.stream().filter(it -> concerned.contains(it.id())).toList(), List.of(userId));
    }

    /** All members of a group that is about to be deleted or moved. */
    public void changedForAllIn(String groupId) {
        List<RealmTarget> targets = RealmTarget.of(context.realm());
        if (targets.isEmpty()) {
            return;
        }
        GroupMemberStore members = new GroupMemberStore(context.entityManager());
        List<String> page = members.userIds(groupId, "", PAGE);
        while (!page.isEmpty()) {
            request(targets, page);
            page = members.userIds(groupId, page.get(page.size() - 1), PAGE);
        }
    }

    /** Some people in one target, whether or not anything has changed; for reconciliation. */
    public void request(RealmTarget target, Collection<String> userIds) {
        request(List.of(target), userIds);
    }

    /** Everything that waits for a target is tried now. Returns how many deliveries that are. */
    public int retry(RealmTarget target) {
        int rows = new DeliveryStore(context.entityManager())
                .retryNow(target.id(), context.clock().millis());
        DispatchAfterCommit.retry(context.session(), target.id());
        return rows;
    }

    public static void targetRemoved(KeycloakSession session, String targetId) {
        new DeliveryStore(EntityManagers.of(session)).removeTarget(targetId);
    }

    public static void realmRemoved(KeycloakSession session, String realmId) {
        new DeliveryStore(EntityManagers.of(session)).removeRealm(realmId);
    }

    private List<RealmTarget> feeding(ManagedGroup group) {
        return RealmTarget.of(context.realm()).stream()
                .filter(target -> target.feeds(group))
                .toList();
    }

    private void request(List<RealmTarget> targets, Collection<String> userIds) {
        if (!targets.isEmpty() && !userIds.isEmpty()) {
            DeliveryRequestBuffer.in(context).add(targets, userIds);
        }
    }
}
