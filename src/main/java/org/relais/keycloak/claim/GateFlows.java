package org.relais.keycloak.claim;

import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.IdentityProviderQuery;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AuthenticationManagementResource;

/**
 * The gate in the flows of a realm. The realm's browser flow is copied below a flow of ours, required, and followed by the
 * gate: so the gate comes after every way to be known, the session that is there already included. Identity providers
 * without a flow after the sign-in get one with the gate.
 */
final class GateFlows {

    private static final String BROWSER = "relais browser";
    private static final String SIGN_IN = "relais browser sign-in";
    private static final String AFTER_BROKER = "relais after broker login";

    private final KeycloakSession session;
    private final RealmModel realm;

    GateFlows(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    boolean areGuarded() {
        return realm.getAuthenticationExecutionsStream(realm.getBrowserFlow().getId())
                .anyMatch(execution -> GateAuthenticatorFactory.PROVIDER_ID.equals(execution.getAuthenticator())
                        && execution.getRequirement() == Requirement.REQUIRED);
    }

    void guard() {
        if (!areGuarded()) {
            AuthenticationFlowModel own = realm.getFlowByAlias(BROWSER);
            realm.setBrowserFlow(own == null ? browserFlow() : own);
        }
        session.identityProviders()
                .getAllStream(IdentityProviderQuery.userAuthentication())
                .filter(provider -> provider.getPostBrokerLoginFlowId() == null)
                .toList()
                .forEach(this::guard);
    }

    private void guard(IdentityProviderModel provider) {
        AuthenticationFlowModel after = realm.getFlowByAlias(AFTER_BROKER);
        if (after == null) {
            after = flow(AFTER_BROKER, "The gate of Relais after the sign-in at an identity provider", true);
            addGate(after, 10);
        }
        provider.setPostBrokerLoginFlowId(after.getId());
        session.identityProviders().update(provider);
    }

    private AuthenticationFlowModel browserFlow() {
        AuthenticationFlowModel signIn =
                AuthenticationManagementResource.copyFlow(session, realm, realm.getBrowserFlow(), SIGN_IN);
        signIn.setTopLevel(false);
        realm.updateAuthenticationFlow(signIn);
        AuthenticationFlowModel browser =
                flow(BROWSER, "The browser flow of the realm, and then the gate of Relais", true);
        AuthenticationExecutionModel first = new AuthenticationExecutionModel();
        first.setParentFlow(browser.getId());
        first.setFlowId(signIn.getId());
        first.setAuthenticatorFlow(true);
        first.setRequirement(Requirement.REQUIRED);
        first.setPriority(10);
        realm.addAuthenticatorExecution(first);
        addGate(browser, 20);
        return browser;
    }

    private AuthenticationFlowModel flow(String alias, String description, boolean topLevel) {
        AuthenticationFlowModel flow = new AuthenticationFlowModel();
        flow.setAlias(alias);
        flow.setDescription(description);
        flow.setProviderId("basic-flow");
        flow.setTopLevel(topLevel);
        flow.setBuiltIn(false);
        return realm.addAuthenticationFlow(flow);
    }

    private void addGate(AuthenticationFlowModel flow, int priority) {
        AuthenticationExecutionModel gate = new AuthenticationExecutionModel();
        gate.setParentFlow(flow.getId());
        gate.setAuthenticator(GateAuthenticatorFactory.PROVIDER_ID);
        gate.setRequirement(Requirement.REQUIRED);
        gate.setPriority(priority);
        realm.addAuthenticatorExecution(gate);
    }
}
