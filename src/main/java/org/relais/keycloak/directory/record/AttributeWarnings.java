package org.relais.keycloak.directory.record;

import java.util.List;
import java.util.stream.Stream;
import org.keycloak.models.UserModel;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.problem.ProblemCode;

/** Warns of what people can edit themselves: attributes that the official record is read from, and their names. */
public final class AttributeWarnings {

    private enum Code implements ProblemCode {
        WARNING_EDITABLE_ATTRIBUTE,
        WARNING_EDITABLE_NAMES
    }

    private final RealmContext context;

    public AttributeWarnings(RealmContext context) {
        this.context = context;
    }

    public List<Problem> all() {
        TrustedAttributes attributes = TrustedAttributes.of(context.session(), context.realm());
        return Stream.concat(
                        attributes.editableByPeople().stream()
                                .map(attribute -> Problem.at(attribute, Code.WARNING_EDITABLE_ATTRIBUTE, attribute)),
                        editableNames(attributes))
                .toList();
    }

    /** Keycloak refuses a new username unless the realm allows it, whatever the user profile says. */
    private Stream<Problem> editableNames(TrustedAttributes attributes) {
        List<String> names = Stream.concat(
                        attributes.editableNames().stream(),
                        context.realm().isEditUsernameAllowed() ? Stream.of(UserModel.USERNAME) : Stream.empty())
                .toList();
        return names.isEmpty()
                ? Stream.empty()
                : Stream.of(Problem.general(Code.WARNING_EDITABLE_NAMES, String.join(", ", names)));
    }
}
