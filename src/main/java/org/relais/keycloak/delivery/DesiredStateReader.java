package org.relais.keycloak.delivery;

import java.util.List;
import java.util.Set;
import org.keycloak.models.ClientModel;
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

    private final RealmContext context;
    private final RealmTarget target;
    private final EffectiveAccess effectiveAccess;
    private final Academy academy;
    private final OfficialOnlyClients officialOnly;

    public DesiredStateReader(RealmContext context, RealmTarget target) {
        this.context = context;
        this.target = target;
        this.effectiveAccess = new EffectiveAccess(context);
        this.academy = Academy.of(context.realm());
        this.officialOnly = new OfficialOnlyClients(context.session(), context.realm());
    }

    /** @param remoteState what the target may hold from before; null if nothing */
    public DesiredState of(String userId, RemoteStateEntity remoteState) {
        UserModel person = person(userId);
        boolean present = person != null && person.isEnabled();
        return new DesiredState(
                userId,
                present ? account(person) : null,
                present ? accesses(person) : List.of(),
                remoteState == null ? Set.of() : remoteState.remoteGroups(),
                remoteState == null ? null : remoteState.remoteId);
    }

    private UserModel person(String userId) {
        return StorageId.isLocalStorage(userId)
                ? UserStoragePrivateUtil.userLocalStorage(context.session()).getUserById(context.realm(), userId)
                : context.session().users().getUserById(context.realm(), userId);
    }

    private static RemoteAccount account(UserModel person) {
        return new RemoteAccount(
                person.getId(), person.getUsername(), person.getEmail(), person.getFirstName(), person.getLastName());
    }

    private List<Access> accesses(UserModel person) {
        return effectiveAccess.of(person).stream()
                .filter(open -> opens(open.group(), open.grant() == null))
                .map(open -> new Access(
                        remoteGroupOf(open.group()),
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
                .anyMatch(clientId -> official || takesGrants(context.realm().getClientByClientId(clientId)));
    }

    private boolean takesGrants(ClientModel client) {
        return client == null || !officialOnly.contains(client);
    }

    public static RemoteGroup remoteGroupOf(ManagedGroup group) {
        String uai = group.school().uai();
        String key = group.profile()
                .moodleCohort()
                .replace("{uai}", uai)
                .replace("{suffix}", group.profile().suffix());
        return new RemoteGroup(
                key, group.profile().labelFr() + " – " + group.school().name(), uai);
    }
}
