package org.relais.keycloak.delivery;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.relais.keycloak.delivery.DeliveryStore.DeliveryRequest;
import org.relais.keycloak.platform.RealmContext;

/**
 * Collects what one transaction requests and writes it just before the commit: once per person and in the order of the keys,
 * so that rows are locked for a moment only.
 */
final class DeliveryRequestBuffer extends AbstractKeycloakTransaction {

    private final RealmContext context;
    private final Set<DeliveryRequest> requests = new TreeSet<>();

    private DeliveryRequestBuffer(RealmContext context) {
        this.context = context;
    }

    /** The buffer of this transaction and realm. */
    static DeliveryRequestBuffer in(RealmContext context) {
        KeycloakSession session = context.session();
        String key = DeliveryRequestBuffer.class.getName() + context.realmId();
        DeliveryRequestBuffer known = session.getAttribute(key, DeliveryRequestBuffer.class);
        if (known == null) {
            known = new DeliveryRequestBuffer(context);
            session.setAttribute(key, known);
            session.getTransactionManager().enlistPrepare(known);
            DispatchAfterCommit.request(session);
        }
        return known;
    }

    void add(List<RealmTarget> targets, Collection<String> userIds) {
        targets.forEach(target -> userIds.forEach(userId -> requests.add(new DeliveryRequest(target.id(), userId))));
    }

    @Override
    protected void commitImpl() {
        new DeliveryStore(context.entityManager())
                .request(context.realmId(), requests, context.clock().millis());
    }

    @Override
    protected void rollbackImpl() {}
}
