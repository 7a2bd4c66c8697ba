package org.relais.keycloak.grant;

import java.util.Optional;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.relais.keycloak.school.Privileges;

/** Who can have a grant, and in which groups: never more than the official rights. Answers with the code of a problem. */
final class Eligibility {

    private final Privileges privileges;

    Eligibility(KeycloakSession session) {
        this.privileges = new Privileges(session);
    }

    Optional<String> problemOf(UserModel person) {
        if (person == null) {
            return Optional.of("unknown-person");
        }
        if (person.getServiceAccountClientLink() != null) {
            return Optional.of("service-account");
        }
        if (!person.isEnabled()) {
            return Optional.of("disabled-account");
        }
        return privileges.areHeldBy(person) ? Optional.of("privileged-person") : Optional.empty();
    }

    Optional<String> problemOf(GroupModel group) {
        return privileges.areCarriedBy(group) ? Optional.of("privileged-group") : Optional.empty();
    }
}
