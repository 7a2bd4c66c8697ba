package org.relais.keycloak.gate;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.IdentityProviderQuery;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AuthenticationManagementResource;

/**
 * Installs the gate in the flows of a realm. It copies the realm's browser flow below a flow of its own, as required, and puts
 * the gate after it: so the gate follows every way to sign in, an existing session included. Identity providers without a
 * post-login flow get one with the gate.
 */
record GateFlowInstaller(KeycloakSession session, RealmModel realm) {

    private static final String BROWSER = "relais browser";
    private static final Pattern OURS = Pattern.compile(BROWSER + "( \\d+)?");
    private static final String SIGN_IN = " sign-in";
    private static final String AFTER_BROKER = "relais after broker login";
    private static final int STEP = 10;

    boolean areGuarded() {
        return isGuarded(realm.getBrowserFlow());
    }

    /** Keeps the flow that is bound now, because an administrator may have bound another one since. */
    void guard() {
        AuthenticationFlowModel bound = realm.getBrowserFlow();
        if (OURS.matcher(bound.getAlias()).matches()) {
            requireGate(bound);
        } else if (!isGuarded(bound)) {
            realm.setBrowserFlow(around(bound));
        }
        Optional.ofNullable(realm.getFlowByAlias(AFTER_BROKER)).ifPresent(this::requireGate);
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
            requireGate(after);
        }
        provider.setPostBrokerLoginFlowId(after.getId());
        session.identityProviders().update(provider);
    }

    private AuthenticationFlowModel around(AuthenticationFlowModel bound) {
        String name = freeName();
        AuthenticationFlowModel signIn =
                AuthenticationManagementResource.copyFlow(session, realm, bound, name + SIGN_IN);
        signIn.setTopLevel(false);
        realm.updateAuthenticationFlow(signIn);
        AuthenticationFlowModel browser =
                flow(name, "The browser flow of the realm, and then the gate of Relais", true);
        AuthenticationExecutionModel first = new AuthenticationExecutionModel();
        first.setParentFlow(browser.getId());
        first.setFlowId(signIn.getId());
        first.setAuthenticatorFlow(true);
        first.setRequirement(Requirement.REQUIRED);
        first.setPriority(STEP);
        realm.addAuthenticatorExecution(first);
        requireGate(browser);
        return browser;
    }

    /** Sub-flows and configurations of a copy have the name of the copy before their own. */
    private String freeName() {
        List<String> taken = Stream.concat(
                        realm.getAuthenticationFlowsStream().map(AuthenticationFlowModel::getAlias),
                        realm.getAuthenticatorConfigsStream().map(AuthenticatorConfigModel::getAlias))
                .filter(Objects::nonNull)
                .toList();
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> number == 1 ? BROWSER : BROWSER + " " + number)
                .filter(name -> taken.stream().noneMatch(it -> it.equals(name) || it.startsWith(name + SIGN_IN)))
                .findFirst()
                .orElseThrow();
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

    private boolean isGuarded(AuthenticationFlowModel flow) {
        return gatesIn(flow).anyMatch(gate -> gate.getRequirement() == Requirement.REQUIRED);
    }

    private void requireGate(AuthenticationFlowModel flow) {
        if (!isGuarded(flow)) {
            gatesIn(flow).findFirst().ifPresentOrElse(this::require, () -> addGate(flow));
        }
    }

    private void require(AuthenticationExecutionModel gate) {
        gate.setRequirement(Requirement.REQUIRED);
        realm.updateAuthenticatorExecution(gate);
    }

    private Stream<AuthenticationExecutionModel> gatesIn(AuthenticationFlowModel flow) {
        return realm.getAuthenticationExecutionsStream(flow.getId())
                .filter(step -> GateAuthenticatorFactory.PROVIDER_ID.equals(step.getAuthenticator()));
    }

    /** Adds it after all existing steps. */
    private void addGate(AuthenticationFlowModel flow) {
        int last = realm.getAuthenticationExecutionsStream(flow.getId())
                .mapToInt(AuthenticationExecutionModel::getPriority)
                .max()
                .orElse(0);
        AuthenticationExecutionModel gate = new AuthenticationExecutionModel();
        gate.setParentFlow(flow.getId());
        gate.setAuthenticator(GateAuthenticatorFactory.PROVIDER_ID);
        gate.setRequirement(Requirement.REQUIRED);
        gate.setPriority(last + STEP);
        realm.addAuthenticatorExecution(gate);
    }
}
