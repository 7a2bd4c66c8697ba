package org.relais.keycloak.delivery.target;

import java.util.List;
import org.relais.keycloak.problem.Problem;

/**
 * What an application answered to a test.
 *
 * @param name     what it calls itself
 * @param version  which release it is; null if it does not say
 * @param problems what has to be put right before it can be fed
 */
public record Health(String name, String version, List<Problem> problems) {

    public boolean isGood() {
        return problems.isEmpty();
    }
}
