package org.relais.keycloak.platform;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Work of the background: each piece has a session and a transaction of its own, which is committed when it returns and rolled
 * back when it throws. A job of a realm finds the realm set in the session's context, as in a request.
 */
public record RealmJobs(KeycloakSessionFactory sessions, Clock clock) {

    public static RealmJobs of(KeycloakSession session, Clock clock) {
        return new RealmJobs(session.getKeycloakSessionFactory(), clock);
    }

    /** Does work in a realm, in a transaction of its own; empty if the realm no longer exists or the work returns null. */
    public <T> Optional<T> call(String realmId, Function<RealmContext, T> work) {
        return inTransaction(session -> enter(session, realmId).map(work));
    }

    /** Does work in a realm, in a transaction of its own; nothing happens if the realm no longer exists. */
    public void run(String realmId, Consumer<RealmContext> work) {
        call(realmId, context -> {
            work.accept(context);
            return true;
        });
    }

    /** Does work that is about no realm, or about more than one, in a transaction of its own. */
    public <T> T inTransaction(Function<KeycloakSession, T> work) {
        return KeycloakModelUtils.runJobInTransactionWithResult(sessions, work::apply);
    }

    /** The name of a realm, for the log; its id where the realm no longer exists or cannot be read. */
    public String nameOf(String realmId) {
        try {
            return call(realmId, context -> context.realm().getName()).orElse(realmId);
        } catch (RuntimeException unreadable) {
            return realmId;
        }
    }

    /** Puts a realm into the context of a session that is in a transaction already; empty if the realm no longer exists. */
    public Optional<RealmContext> enter(KeycloakSession session, String realmId) {
        RealmModel realm = session.realms().getRealm(realmId);
        if (realm == null) {
            return Optional.empty();
        }
        session.getContext().setRealm(realm);
        return Optional.of(new RealmContext(session, realm, clock));
    }
}
