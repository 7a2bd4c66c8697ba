package org.relais.keycloak.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.relais.keycloak.platform.Impersonator;
import org.relais.keycloak.platform.RealmContext;

/** The journal of a realm: one entry for each act, written in the transaction of that act. */
public final class Journal {

    /** The actor where no person acted: expiry, an event listener. */
    public static final String SYSTEM = "system";

    public static final String IDENTIFIER = "identifier";
    public static final String REASON = "reason";

    /** The details that may name a person. */
    private static final List<String> NAMING = List.of(IDENTIFIER, REASON);

    private static final JsonMapper JSON = new JsonMapper();

    private final RealmContext context;
    private final JournalStore store;

    public Journal(RealmContext context) {
        this.context = context;
        this.store = new JournalStore(context.entityManager());
    }

    /**
     * Writes an entry that is not about a grant.
     *
     * @param details what else there is to know, by name; null values are left out
     */
    public void write(String actor, JournalAction action, String groupId, String userId, Map<String, String> details) {
        write(actor, action, groupId, userId, null, details);
    }

    /** Writes an entry without an actor, unless the same has been written about the person since an instant. */
    public void writeOnce(Instant since, JournalAction action, String userId, Map<String, String> details) {
        if (!store.contains(context.realmId(), userId, since.toEpochMilli(), action, json(details))) {
            write(SYSTEM, action, null, userId, details);
        }
    }

    /**
     * Writes an entry about a grant. Only {@code grant.GrantEvents} calls it, because it informs the other rooms too.
     *
     * @param userId null while the grant waits for an account
     */
    public void writeOf(
            String grantId,
            String groupId,
            String userId,
            String actor,
            JournalAction action,
            Map<String, String> details) {
        write(actor, action, groupId, userId, grantId, details);
    }

    private void write(
            String actor,
            JournalAction action,
            String groupId,
            String userId,
            String grantId,
            Map<String, String> details) {
        JournalEntity entry = new JournalEntity();
        entry.id = KeycloakModelUtils.generateId();
        entry.realmId = context.realmId();
        entry.at = context.clock().millis();
        entry.actor = actor;
        entry.impersonator = Impersonator.idOf(context.session(), actor);
        entry.action = action;
        entry.groupId = groupId;
        entry.userId = userId;
        entry.grantId = grantId;
        entry.details = json(details);
        store.add(entry);
    }

    /** The entries of the realm that a filter selects, the newest first. */
    public List<JournalEntry> page(JournalFilter filter, JournalPosition before, int max) {
        return store.page(context.realmId(), filter, before, max);
    }

    /**
     * Entries about a person and of what the person did, also as somebody else, the oldest first.
     *
     * @param after null for the first
     */
    public List<JournalEntry> ofPerson(String userId, JournalPosition after, int max) {
        return store.ofPerson(context.realmId(), userId, after, max);
    }

    /** The details without what names a person, for entries about a deleted account. */
    public static String withoutNames(String details) {
        try {
            ObjectNode rest = (ObjectNode) JSON.readTree(details);
            return JSON.writeValueAsString(rest.without(NAMING));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String json(Map<String, String> details) {
        try {
            return JSON.writeValueAsString(details);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
