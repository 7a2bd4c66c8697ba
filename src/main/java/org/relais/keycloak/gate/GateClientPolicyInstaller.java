package org.relais.keycloak.gate;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.common.Profile;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.idm.ClientPoliciesRepresentation;
import org.keycloak.representations.idm.ClientPolicyConditionRepresentation;
import org.keycloak.representations.idm.ClientPolicyExecutorRepresentation;
import org.keycloak.representations.idm.ClientPolicyRepresentation;
import org.keycloak.representations.idm.ClientProfileRepresentation;
import org.keycloak.representations.idm.ClientProfilesRepresentation;
import org.keycloak.services.clientpolicy.ClientPolicyException;

/** Installs the client profile and the client policy {@code relais-gate} for every client; the gate itself knows which it guards. */
record GateClientPolicyInstaller(KeycloakSession session, RealmModel realm) {

    private static final String NAME = "relais-gate";

    /** Without the feature of the server Keycloak asks no policy, whatever the realm says. */
    static boolean isAsked() {
        return Profile.isFeatureEnabled(Profile.Feature.CLIENT_POLICIES);
    }

    /** Whether some enabled policy applies to every client and has a profile that refuses, and Keycloak asks it. */
    boolean isThere() {
        return isAsked() && isConfigured();
    }

    /** The same as the realm has it, on any server. */
    boolean isConfigured() {
        Set<String> refusing = profiles().getProfiles().stream()
                .filter(GateClientPolicy::refuses)
                .map(ClientProfileRepresentation::getName)
                .collect(Collectors.toSet());
        return policies().getPolicies().stream()
                .anyMatch(policy -> Boolean.TRUE.equals(policy.isEnabled())
                        && GateClientPolicy.checksAll(policy)
                        && GateClientPolicy.listed(policy.getProfiles()).anyMatch(refusing::contains));
    }

    /**
     * What an administrator has added to the profile or the policy of this name stays. Without the feature Keycloak knows neither
     * the executor nor the condition, and takes them out of what it is given: then nothing is added.
     */
    void add() {
        if (!isAsked() || isConfigured()) {
            return;
        }
        try {
            ClientProfilesRepresentation profiles = profiles();
            profiles.setProfiles(with(profiles.getProfiles(), profile(profiles)));
            session.clientPolicy().updateClientProfiles(realm, profiles);

            ClientPoliciesRepresentation policies = policies();
            policies.setPolicies(with(policies.getPolicies(), policy(policies)));
            session.clientPolicy().updateClientPolicies(realm, policies);
        } catch (ClientPolicyException invalid) {
            throw new IllegalStateException(invalid);
        }
    }

    private ClientProfilesRepresentation profiles() {
        try {
            return session.clientPolicy().getClientProfiles(realm, false);
        } catch (ClientPolicyException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private ClientPoliciesRepresentation policies() {
        try {
            return session.clientPolicy().getClientPolicies(realm, false);
        } catch (ClientPolicyException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static ClientProfileRepresentation profile(ClientProfilesRepresentation profiles) {
        ClientProfileRepresentation profile = GateClientPolicy.listed(profiles.getProfiles())
                .filter(it -> NAME.equals(it.getName()))
                .findFirst()
                .orElseGet(GateClientPolicyInstaller::newProfile);
        if (!GateClientPolicy.refuses(profile)) {
            ClientPolicyExecutorRepresentation executor = new ClientPolicyExecutorRepresentation();
            executor.setExecutorProviderId(GateExecutorFactory.PROVIDER_ID);
            executor.setConfiguration(JsonNodeFactory.instance.objectNode());
            profile.setExecutors(with(profile.getExecutors(), executor));
        }
        return profile;
    }

    private static ClientPolicyRepresentation policy(ClientPoliciesRepresentation policies) {
        ClientPolicyRepresentation policy = GateClientPolicy.listed(policies.getPolicies())
                .filter(it -> NAME.equals(it.getName()))
                .findFirst()
                .orElseGet(GateClientPolicyInstaller::newPolicy);
        policy.setEnabled(true);
        if (!GateClientPolicy.checksAll(policy)) {
            ClientPolicyConditionRepresentation condition = new ClientPolicyConditionRepresentation();
            condition.setConditionProviderId(GateConditionFactory.PROVIDER_ID);
            condition.setConfiguration(JsonNodeFactory.instance.objectNode());
            policy.setConditions(List.of(condition));
        }
        policy.setProfiles(with(policy.getProfiles(), NAME));
        return policy;
    }

    private static ClientProfileRepresentation newProfile() {
        ClientProfileRepresentation profile = new ClientProfileRepresentation();
        profile.setName(NAME);
        profile.setDescription("Tokens for an application only while a group of the person opens it");
        return profile;
    }

    private static ClientPolicyRepresentation newPolicy() {
        ClientPolicyRepresentation policy = new ClientPolicyRepresentation();
        policy.setName(NAME);
        policy.setDescription("The gate of Relais looks at every client and guards those that a profile opens");
        return policy;
    }

    /** The same list if it has the element already. */
    private static <T> List<T> with(List<T> list, T element) {
        return Stream.concat(GateClientPolicy.listed(list), Stream.of(element))
                .distinct()
                .toList();
    }
}
