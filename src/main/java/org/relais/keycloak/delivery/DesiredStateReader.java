package org.relais.keycloak.delivery;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.storage.StorageId;
import org.keycloak.storage.UserStoragePrivateUtil;
import org.relais.keycloak.access.EffectiveAccess;
import org.relais.keycloak.delivery.target.Access;
import org.relais.keycloak.delivery.target.DesiredState;
import org.relais.keycloak.delivery.target.RemoteAccount;
import org.relais.keycloak.delivery.target.RemoteGroup;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.school.Academy;
import org.relais.keycloak.school.ManagedGroup;
import org.relais.keycloak.school.OfficialOnlyClients;

/**
 * What a target should hold of people at this instant: the same that claims and gate go by. People are read past Keycloak's
 * cache, which on another node may not have heard of a change yet.
 */
public final class DesiredStateReader {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final RealmTarget target;
    private final EffectiveAccess openGroups;
    private final Academy academy;
    private final OfficialOnlyClients officialOnly;

    public DesiredStateReader(KeycloakSession session, RealmModel realm, RealmTarget target, Clock clock) {
        this.session = session;
        this.realm = realm;
        this.target = target;
        this.openGroups = new EffectiveAccess(new RealmContext(session, realm, clock));
        this.academy = Academy.of(realm);
        this.officialOnly = new OfficialOnlyClients(session, realm);
    }

    /** @param holding what the target may hold from before; null if nothing */
    public DesiredState of(String userId, RemoteStateEntity holding) {
        UserModel person = person(userId);
        boolean present = person != null && person.isEnabled();
        return new DesiredState(
                userId,
                present ? account(person) : null,
                present ? accesses(person) : List.of(),
                holding == null ? Set.of() : holding.places(),
                holding == null ? null : holding.remoteId);
    }

    private UserModel person(String userId) {
        return StorageId.isLocalStorage(userId)
                ? UserStoragePrivateUtil.userLocalStorage(session).getUserById(realm, userId)
                : session.users().getUserById(realm, userId);
    }

    private static RemoteAccount account(UserModel person) {
        return new RemoteAccount(
                person.getId(), person.getUsername(), person.getEmail(), person.getFirstName(), person.getLastName());
    }

    private List<Access> accesses(UserModel person) {
        return openGroups.of(person).stream()
                .filter(open -> opens(open.group(), open.grant() == null))
                .map(open -> new Access(
                        placeOf(open.group()),
                        open.group().name(),
                        open.group().profile().suffix(),
                        open.grant() == null
                                ? null
                                : academy.lastDayBefore(open.grant().endsAt())))
                .toList();
    }

    /** Whether membership of a group opens one of the target's applications; a grant does not open all of them. */
    public boolean opens(ManagedGroup group, boolean official) {
        return target.clientsOf(group).stream()
                .anyMatch(clientId -> official || takesGrants(realm.getClientByClientId(clientId)));
    }

    private boolean takesGrants(ClientModel client) {
        return client == null || !officialOnly.contains(client);
    }

    public static RemoteGroup placeOf(ManagedGroup group) {
        String uai = group.school().uai();
        String key = group.profile()
                .moodleCohort()
                .replace("{uai}", uai)
                .replace("{suffix}", group.profile().suffix());
        return new RemoteGroup(
                key, group.profile().labelFr() + " – " + group.school().name(), uai);
    }
}
