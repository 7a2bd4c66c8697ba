package org.relais.keycloak.grant;

import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderEvent;
import org.relais.keycloak.journal.Journal;
import org.relais.keycloak.journal.JournalAction;
import org.relais.keycloak.platform.RealmContext;

/**
 * A grant has changed. The event is published on the session factory in the transaction of the change. A room that must act on
 * it registers there, writes its rows in the same session, and does everything else after the commit. What it throws undoes the
 * change.
 *
 * @param before the grant as it was; null if it has just been given
 * @param grant  the grant as it is now
 * @param actor  the id of the user who acted, or {@link Journal#SYSTEM}
 */
public record GrantChanged(RealmContext context, Kind kind, Grant before, Grant grant, String actor)
        implements ProviderEvent {

    public enum Kind {
        /** To a person, or to an identifier that waits for its account. */
        GIVEN(JournalAction.GIVEN),
        /** The account it waited for is there. */
        ACTIVATED(JournalAction.ACTIVATED),
        /** Another last day or another reason. */
        CHANGED(JournalAction.CHANGED),
        /** The cause is in the grant. */
        ENDED(JournalAction.ENDED),
        /** Its group now is in another school. */
        MOVED(null);

        private final JournalAction action;

        Kind(JournalAction action) {
            this.action = action;
        }

        Optional<JournalAction> action() {
            return Optional.ofNullable(action);
        }
    }

    public KeycloakSession session() {
        return context.session();
    }

    public RealmModel realm() {
        return context.realm();
    }

    /** Whether the person has it, or had it, as a membership: a grant that waits for an account opens nothing. */
    public boolean concernsAccount() {
        return grant.userId() != null;
    }
}
