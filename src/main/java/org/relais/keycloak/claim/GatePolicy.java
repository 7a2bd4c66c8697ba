package org.relais.keycloak.claim;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.idm.ClientPoliciesRepresentation;
import org.keycloak.representations.idm.ClientPolicyConditionRepresentation;
import org.keycloak.representations.idm.ClientPolicyExecutorRepresentation;
import org.keycloak.representations.idm.ClientPolicyRepresentation;
import org.keycloak.representations.idm.ClientProfileRepresentation;
import org.keycloak.representations.idm.ClientProfilesRepresentation;
import org.keycloak.services.clientpolicy.ClientPolicyException;

/** The client profile and the client policy {@code relais-gate} of a realm, for every client: the gate knows which to guard. */
final class GatePolicy {

    private static final String NAME = "relais-gate";

    private final KeycloakSession session;
    private final RealmModel realm;

    GatePolicy(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    boolean isThere() {
        return policies().getPolicies().stream()
                .anyMatch(policy -> NAME.equals(policy.getName()) && Boolean.TRUE.equals(policy.isEnabled()));
    }

    void add() {
        if (isThere()) {
            return;
        }
        try {
            ClientProfilesRepresentation profiles = session.clientPolicy().getClientProfiles(realm, false);
            List<ClientProfileRepresentation> allProfiles = new ArrayList<>(profiles.getProfiles());
            allProfiles.removeIf(profile -> NAME.equals(profile.getName()));
            allProfiles.add(profile());
            profiles.setProfiles(allProfiles);
            session.clientPolicy().updateClientProfiles(realm, profiles);

            ClientPoliciesRepresentation policies = policies();
            List<ClientPolicyRepresentation> allPolicies = new ArrayList<>(policies.getPolicies());
            allPolicies.removeIf(policy -> NAME.equals(policy.getName()));
            allPolicies.add(policy());
            policies.setPolicies(allPolicies);
            session.clientPolicy().updateClientPolicies(realm, policies);
        } catch (ClientPolicyException invalid) {
            throw new IllegalStateException(invalid);
        }
    }

    private ClientPoliciesRepresentation policies() {
        try {
            return session.clientPolicy().getClientPolicies(realm, false);
        } catch (ClientPolicyException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static ClientProfileRepresentation profile() {
        ClientPolicyExecutorRepresentation executor = new ClientPolicyExecutorRepresentation();
        executor.setExecutorProviderId(GateExecutorFactory.PROVIDER_ID);
        executor.setConfiguration(JsonNodeFactory.instance.objectNode());
        ClientProfileRepresentation profile = new ClientProfileRepresentation();
        profile.setName(NAME);
        profile.setDescription("Tokens for an application only while a group of the person opens it");
        profile.setExecutors(List.of(executor));
        return profile;
    }

    private static ClientPolicyRepresentation policy() {
        ClientPolicyConditionRepresentation moments = new ClientPolicyConditionRepresentation();
        moments.setConditionProviderId(GateConditionFactory.PROVIDER_ID);
        moments.setConfiguration(JsonNodeFactory.instance.objectNode());
        ClientPolicyRepresentation policy = new ClientPolicyRepresentation();
        policy.setName(NAME);
        policy.setDescription("The gate of Relais looks at every client and guards those that a profile opens");
        policy.setEnabled(true);
        policy.setConditions(List.of(moments));
        policy.setProfiles(List.of(NAME));
        return policy;
    }
}
