package org.relais.keycloak.delivery;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.relais.keycloak.delivery.DeliveryStore.Line;

/**
 * Collects what one transaction asks for and writes it down just before the commit: once per person, all in one order, and
 * the rows are locked for a moment only.
 */
final class DeliveryRequestBuffer extends AbstractKeycloakTransaction {

    private final KeycloakSession session;
    private final String realmId;
    private final Clock clock;
    private final Set<Line> lines = new TreeSet<>();

    private DeliveryRequestBuffer(KeycloakSession session, String realmId, Clock clock) {
        this.session = session;
        this.realmId = realmId;
        this.clock = clock;
    }

    /** The one of this transaction and realm. */
    static DeliveryRequestBuffer in(KeycloakSession session, RealmModel realm, Clock clock) {
        String key = DeliveryRequestBuffer.class.getName() + realm.getId();
        DeliveryRequestBuffer known = session.getAttribute(key, DeliveryRequestBuffer.class);
        if (known == null) {
            known = new DeliveryRequestBuffer(session, realm.getId(), clock);
            session.setAttribute(key, known);
            session.getTransactionManager().enlistPrepare(known);
            DispatchAfterCommit.after(session);
        }
        return known;
    }

    void add(List<RealmTarget> targets, Collection<String> userIds) {
        targets.forEach(target -> userIds.forEach(userId -> lines.add(new Line(target.id(), userId))));
    }

    @Override
    protected void commitImpl() {
        new DeliveryStore(session.getProvider(JpaConnectionProvider.class).getEntityManager())
                .ask(realmId, lines, clock.millis());
    }

    @Override
    protected void rollbackImpl() {}
}
