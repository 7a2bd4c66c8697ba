package org.relais.keycloak.logout;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.cache.CachedUserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.representations.LogoutToken;
import org.relais.keycloak.access.EffectiveAccess;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.school.ManagedGroup;

/**
 * When a membership ends, the person's sessions at the applications that nothing opens to them any longer end too; those at
 * other applications stay. It is noted in the transaction of the end, done once that is committed, and each application told
 * after that.
 */
public final class SessionRevocation {

    private static final int PAGE = 500;
    private static final String SPARED = SessionRevocation.class.getName() + ".spared";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Clock clock;
    private final SessionRevocationStore store;

    public SessionRevocation(KeycloakSession session, RealmModel realm, Clock clock) {
        this.session = session;
        this.realm = realm;
        this.clock = clock;
        this.store = store(session);
    }

    /**
     * A sign-in is what has the memberships looked at in this session: it goes on, and gets a token that says what is right.
     *
     * @param userSessionId the session it began or belongs to
     */
    public static void spare(KeycloakSession session, String userSessionId, String clientId) {
        session.setAttribute(SPARED, spared(userSessionId, clientId));
    }

    /** In the transaction in which a membership of a group ends, whatever the cause. */
    public void membershipEnded(ManagedGroup group, String userId) {
        note(group.clientIds(), userId);
    }

    /** In the transaction in which a group goes, or moves, before its members do: all of them lose what it opened. */
    public void groupEnded(ManagedGroup group) {
        List<String> page = store.members(group.id(), "", PAGE);
        while (!page.isEmpty()) {
            page.forEach(userId -> note(group.clientIds(), userId));
            page = store.members(group.id(), page.get(page.size() - 1), PAGE);
        }
    }

    private void note(List<String> clientIds, String userId) {
        if (clientIds.isEmpty()) {
            return;
        }
        SessionRevocationEntity signOff = new SessionRevocationEntity();
        signOff.id = KeycloakModelUtils.generateId();
        signOff.realmId = realm.getId();
        signOff.userId = userId;
        signOff.clientIds = String.join("\n", clientIds);
        signOff.spared = session.getAttribute(SPARED, String.class);
        signOff.at = clock.millis();
        store.add(signOff);
    }

    public static void realmRemoved(KeycloakSession session, String realmId) {
        store(session).removeRealm(realmId);
    }

    /** Ends the sessions a sign-off is about, in this transaction; each application that wants to know is noted. */
    void carryOut(SessionRevocationEntity signOff) {
        UserModel person = person(signOff.userId);
        if (person == null) {
            return;
        }
        Set<String> clientIds =
                signOff.clientIds.lines().map(id -> id.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        Stream.concat(
                        session.sessions().getUserSessionsStream(realm, person),
                        session.sessions().getOfflineUserSessionsStream(realm, person))
                .toList()
                .stream()
                .flatMap(it -> List.copyOf(it.getAuthenticatedClientSessions().values()).stream())
                .filter(it -> clientIds.contains(it.getClient().getClientId().toLowerCase(Locale.ROOT)))
                .filter(it -> !spared(
                                it.getUserSession().getId(), it.getClient().getClientId())
                        .equals(signOff.spared))
                .filter(it -> new EffectiveAccess(new RealmContext(session, realm, clock))
                        .opening(it.getClient(), person)
                        .isEmpty())
                .forEach(it -> end(it, person));
    }

    /** Past the cache, which on another node may not have heard yet of what has ended; a directory may give groups too. */
    private UserModel person(String userId) {
        UserModel person = session.users().getUserById(realm, userId);
        return person instanceof CachedUserModel cached ? cached.getDelegateForUpdate() : person;
    }

    private static String spared(String userSessionId, String clientId) {
        return userSessionId + "/" + clientId;
    }

    private void end(AuthenticatedClientSessionModel ending, UserModel person) {
        ClientModel client = ending.getClient();
        session.getContext().setClient(client);
        String issuer = ending.getNote(OIDCLoginProtocol.ISSUER);
        boolean told = OIDCLoginProtocol.LOGIN_PROTOCOL.equals(ending.getProtocol())
                && issuer != null
                && BackchannelAddress.of(client, issuer).isPresent();
        if (told) {
            LogoutToken token = session.tokens().initLogoutToken(client, person, ending);
            BackchannelLogoutEntity logout = new BackchannelLogoutEntity();
            logout.id = KeycloakModelUtils.generateId();
            logout.realmId = realm.getId();
            logout.clientUuid = client.getId();
            logout.subject = token.getSubject();
            logout.sessionId = token.getSid();
            logout.issuer = token.getIssuer();
            logout.nextAt = clock.millis();
            store.add(logout);
        }
        ending.detachFromUserSession();
    }

    static SessionRevocationStore store(KeycloakSession session) {
        return new SessionRevocationStore(
                session.getProvider(JpaConnectionProvider.class).getEntityManager());
    }

    /** The sign-off with this id, carried out or not needed any longer; empty where another transaction was first. */
    static Optional<SessionRevocationEntity> take(KeycloakSession session, String id) {
        return store(session).take(id);
    }
}
