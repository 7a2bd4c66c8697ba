package org.relais.keycloak.claim;

import java.util.List;
import java.util.stream.Stream;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.IdentityProviderQuery;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.saml.SamlConfigAttributes;
import org.relais.keycloak.Problem;
import org.relais.keycloak.school.Profiles;

/**
 * Ways in that do not lead past the step of the gate: tokens of OpenID Connect are refused all the same, by the client
 * policy, but the person sees no page; a SAML client has nothing else to keep it closed.
 */
public final class GateGaps {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final ClientStore clients;
    private final GateFlows flows;

    public GateGaps(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.clients =
                new ClientStore(session.getProvider(JpaConnectionProvider.class).getEntityManager());
        this.flows = new GateFlows(session, realm);
    }

    /** None where the gate is not installed: then it is not missed in one place. */
    public List<Problem> all() {
        return new GateSetup(session, realm).isInstalled()
                ? Stream.of(ownFlows(), withoutBrowser(), providers())
                        .flatMap(problems -> problems)
                        .toList()
                : List.of();
    }

    private Stream<Problem> ownFlows() {
        return clients.withOwnBrowserFlow(realm.getId()).stream()
                .filter(row -> isGuarded((String) row[0]) && !flows.haveGate((String) row[1]))
                .map(row -> Problem.at((String) row[0], "warning-gate-own-flow", row[0]));
    }

    /** The profile "enhanced client or proxy" of SAML signs in by a flow that shows no page. */
    private Stream<Problem> withoutBrowser() {
        return clients.withAttribute(realm.getId(), SamlConfigAttributes.SAML_ALLOW_ECP_FLOW, "true").stream()
                .filter(this::isGuarded)
                .map(clientId -> Problem.at(clientId, "warning-gate-ecp", clientId));
    }

    private Stream<Problem> providers() {
        return session.identityProviders()
                .getAllStream(IdentityProviderQuery.userAuthentication())
                .filter(IdentityProviderModel::isEnabled)
                .filter(provider -> provider.getPostBrokerLoginFlowId() == null
                        || !flows.haveGate(provider.getPostBrokerLoginFlowId()))
                .map(provider -> Problem.at(provider.getAlias(), "warning-gate-provider", provider.getAlias()));
    }

    private boolean isGuarded(String clientId) {
        return Profiles.of(session, realm).someOpens(clientId)
                || Boolean.parseBoolean(realm.getClientByClientId(clientId).getAttribute(Gate.MARK));
    }
}
