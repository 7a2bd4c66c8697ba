package org.relais.keycloak.logout;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.cache.CachedUserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.representations.LogoutToken;
import org.relais.keycloak.access.EffectiveAccess;
import org.relais.keycloak.platform.RealmContext;

/** Ends the sessions that a revocation is about, and notes each application that has to be told of it. */
final class SessionTermination {

    private final RealmContext context;
    private final SessionRevocationStore store;

    SessionTermination(RealmContext context) {
        this.context = context;
        this.store = new SessionRevocationStore(context.entityManager());
    }

    void carryOut(SessionRevocationEntity revocation) {
        UserModel person = person(revocation.userId);
        if (person == null) {
            return;
        }
        Set<String> clientIds = revocation
                .clientIds
                .lines()
                .map(id -> id.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        clientSessions(person).stream()
                .filter(it -> clientIds.contains(it.getClient().getClientId().toLowerCase(Locale.ROOT)))
                .filter(it -> !SessionRevocation.clientSession(
                                it.getUserSession().getId(), it.getClient().getClientId())
                        .equals(revocation.excluded))
                .filter(it -> new EffectiveAccess(context)
                        .opening(it.getClient(), person)
                        .isEmpty())
                .forEach(it -> end(it, person));
    }

    /** Past the cache, which on another node may not know yet of what has ended; a directory may give groups too. */
    private UserModel person(String userId) {
        UserModel person = context.session().users().getUserById(context.realm(), userId);
        return person instanceof CachedUserModel cached ? cached.getDelegateForUpdate() : person;
    }

    private List<AuthenticatedClientSessionModel> clientSessions(UserModel person) {
        KeycloakSession session = context.session();
        return Stream.concat(
                        session.sessions().getUserSessionsStream(context.realm(), person),
                        session.sessions().getOfflineUserSessionsStream(context.realm(), person))
                .toList()
                .stream()
                .flatMap(it -> List.copyOf(it.getAuthenticatedClientSessions().values()).stream())
                .toList();
    }

    private void end(AuthenticatedClientSessionModel ending, UserModel person) {
        ClientModel client = ending.getClient();
        context.session().getContext().setClient(client);
        String issuer = ending.getNote(OIDCLoginProtocol.ISSUER);
        boolean wantsToKnow = OIDCLoginProtocol.LOGIN_PROTOCOL.equals(ending.getProtocol())
                && issuer != null
                && BackchannelAddress.of(client, issuer).isPresent();
        if (wantsToKnow) {
            LogoutToken token = context.session().tokens().initLogoutToken(client, person, ending);
            BackchannelLogoutEntity logout = new BackchannelLogoutEntity();
            logout.id = KeycloakModelUtils.generateId();
            logout.realmId = context.realmId();
            logout.clientUuid = client.getId();
            logout.subject = token.getSubject();
            logout.sessionId = token.getSid();
            logout.issuer = token.getIssuer();
            logout.nextAt = context.clock().millis();
            store.add(logout);
        }
        ending.detachFromUserSession();
    }
}
