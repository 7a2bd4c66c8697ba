package org.relais.keycloak.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.relais.keycloak.platform.RealmContext;

/** The journal of a realm: one line for each act, written in the transaction of the act. */
public final class Journal {

    /** The actor of what no person did: expiry, the listener. */
    public static final String SYSTEM = "system";

    public static final String IDENTIFIER = "identifier";
    public static final String REASON = "reason";

    /** Details that may name a person. */
    private static final List<String> NAMING = List.of(IDENTIFIER, REASON);

    private static final JsonMapper JSON = new JsonMapper();

    private final RealmContext context;
    private final JournalStore store;

    public Journal(RealmContext context) {
        this.context = context;
        this.store = new JournalStore(context.entityManager());
    }

    /**
     * Writes a line about something else than a grant.
     *
     * @param details what else there is to know, by name; values that are null are left out
     */
    public void write(String actor, JournalAction action, String groupId, String userId, Map<String, String> details) {
        write(actor, action, groupId, userId, null, details);
    }

    /** Writes a line that nobody acted for, unless the same is told of the person since an instant. */
    public void writeOnce(Instant since, JournalAction action, String userId, Map<String, String> details) {
        if (!store.tells(context.realmId(), userId, since.toEpochMilli(), action, json(details))) {
            write(SYSTEM, action, null, userId, details);
        }
    }

    /**
     * Writes a line about a grant. Only the ledger calls it, for it tells the other rooms too.
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
        JournalEntity line = new JournalEntity();
        line.id = KeycloakModelUtils.generateId();
        line.realmId = context.realmId();
        line.at = context.clock().millis();
        line.actor = actor;
        line.action = action;
        line.groupId = groupId;
        line.userId = userId;
        line.grantId = grantId;
        line.details = json(details);
        store.add(line);
    }

    /** The lines of the realm that a filter lets through, from the newest back. */
    public List<JournalEntry> page(JournalFilter filter, JournalPosition before, int max) {
        return store.page(context.realmId(), filter, before, max);
    }

    /** All that is told of a person, and all the person did, the oldest first. */
    public List<JournalEntry> ofPerson(String userId) {
        return store.ofPerson(context.realmId(), userId);
    }

    /** Details as they are once the person they are about is gone. */
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
