package org.relais.keycloak.directory.record;

import java.util.List;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.problem.ProblemCode;

/** Warns of attributes that the official record is read from and that people can edit themselves. */
public final class AttributeWarnings {

    private enum Code implements ProblemCode {
        WARNING_EDITABLE_ATTRIBUTE
    }

    private final RealmContext context;

    public AttributeWarnings(RealmContext context) {
        this.context = context;
    }

    public List<Problem> all() {
        return TrustedAttributes.of(context.session(), context.realm()).editableByPeople().stream()
                .map(attribute -> Problem.at(attribute, Code.WARNING_EDITABLE_ATTRIBUTE, attribute))
                .toList();
    }
}
