package org.relais.keycloak.grant;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.models.UserModel;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.school.ManagedGroup;

/**
 * What a change set would do and why it is refused, before anything is written.
 *
 * @param lastDay  of the accesses that are given
 * @param removals the grants that end
 * @param steps    what is to be done for the people who are added, in the order of their lines
 * @param problems in the order in which they are answered
 */
record ChangePlan(LocalDate lastDay, List<Grant> removals, List<Step> steps, List<Problem> problems) {

    /** Something to do for one person in one group. */
    sealed interface Step {}

    /**
     * Give an access, or keep one for whoever will have an identifier.
     *
     * @param person     null where an identifier waits for its account
     * @param identifier null where there is a person
     * @param field      the field of the request that names them
     * @param expired    a grant whose days are over and which makes room for the new one; null if there is none
     */
    record Addition(ManagedGroup group, String field, UserModel person, String identifier, Grant expired)
            implements Step {

        boolean isPending() {
            return person == null;
        }
    }

    /** Let an access that would end sooner last as long as the new ones. */
    record Extension(ManagedGroup group, String grantId) implements Step {}

    List<Addition> additions() {
        return steps(Addition.class).toList();
    }

    List<Extension> extensions() {
        return steps(Extension.class).toList();
    }

    private <T extends Step> Stream<T> steps(Class<T> kind) {
        return steps.stream().filter(kind::isInstance).map(kind::cast);
    }
}
