package org.relais.keycloak.gate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.representations.idm.ClientPolicyConditionRepresentation;
import org.keycloak.representations.idm.ClientPolicyRepresentation;
import org.keycloak.representations.idm.ClientProfileRepresentation;
import org.keycloak.services.clientpolicy.condition.AnyClientConditionFactory;

/** Tells which client profiles refuse by the gate, and which client policies apply to every client. */
final class GateClientPolicy {

    private static final Set<String> CHECKING_ALL =
            Set.of(GateConditionFactory.PROVIDER_ID, AnyClientConditionFactory.PROVIDER_ID);

    private GateClientPolicy() {}

    static boolean refuses(ClientProfileRepresentation profile) {
        return listed(profile.getExecutors())
                .anyMatch(executor -> GateExecutorFactory.PROVIDER_ID.equals(executor.getExecutorProviderId()));
    }

    /** Keycloak never applies a policy without a condition; a further condition leaves out clients or events. */
    static boolean checksAll(ClientPolicyRepresentation policy) {
        return listed(policy.getConditions()).findAny().isPresent()
                && listed(policy.getConditions())
                        .allMatch(condition ->
                                CHECKING_ALL.contains(condition.getConditionProviderId()) && !isNegated(condition));
    }

    private static boolean isNegated(ClientPolicyConditionRepresentation condition) {
        JsonNode configuration = condition.getConfiguration();
        return configuration != null && configuration.path("is-negative-logic").asBoolean();
    }

    /** Keycloak answers null for a list that it does not have. */
    static <T> Stream<T> listed(List<T> list) {
        return list == null ? Stream.empty() : list.stream();
    }
}
