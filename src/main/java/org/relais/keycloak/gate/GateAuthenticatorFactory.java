package org.relais.keycloak.gate;

import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.relais.keycloak.platform.ServerClock;

/** The authenticator {@code relais-gate}, for browser flows and flows after a broker login. */
public final class GateAuthenticatorFactory implements AuthenticatorFactory, GateFactory<Authenticator> {

    private static final Requirement[] REQUIREMENTS = {Requirement.REQUIRED, Requirement.DISABLED};

    /** Not where the client policies have their factories, which Keycloak does not make without the feature. */
    @Override
    public void postInit(KeycloakSessionFactory factory) {
        if (!GateClientPolicyInstaller.isAsked()) {
            GateLog.LOG.clientPoliciesOff();
        }
    }

    @Override
    public String getDisplayType() {
        return "Relais gate";
    }

    @Override
    public String getReferenceCategory() {
        return "relais";
    }

    @Override
    public String getHelpText() {
        return "Refuses the sign-in to an application that no group of the person opens now";
    }

    @Override
    public boolean isConfigurable() {
        return false;
    }

    @Override
    public Requirement[] getRequirementChoices() {
        return REQUIREMENTS.clone();
    }

    @Override
    public boolean isUserSetupAllowed() {
        return false;
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new GateAuthenticator(new ServerClock());
    }
}
