package org.relais.keycloak.grant;

import java.util.List;
import org.relais.keycloak.problem.Problem;

/** The grants that a change set ends, those in sibling groups included, and why other lines are refused. */
record Removals(List<Grant> grants, List<Problem> problems) {

    boolean contain(Grant grant) {
        return grants.stream().anyMatch(it -> it.id().equals(grant.id()));
    }
}
