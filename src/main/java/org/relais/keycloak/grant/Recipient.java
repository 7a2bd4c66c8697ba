package org.relais.keycloak.grant;

import java.util.List;
import org.keycloak.models.UserModel;
import org.relais.keycloak.directory.record.Person;
import org.relais.keycloak.problem.Problem;

/**
 * Who is to have an access: a person who has an account, or an identifier in lower case that waits for one.
 *
 * @param field  the field of the request that names them
 * @param person null where nobody has the identifier yet
 */
record Recipient(String field, UserModel person, String identifier) {

    /** Some recipients, and why others who were named are none. */
    record Found(List<Recipient> recipients, List<Problem> problems) {

        static final Found NOBODY = new Found(List.of(), List.of());
    }

    /** What tells two of them apart. */
    String subject() {
        return person == null ? identifier : person.getId();
    }

    String name() {
        return person == null ? identifier : Person.nameOf(person);
    }
}
