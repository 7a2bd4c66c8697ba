package org.relais.keycloak.grant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.GroupModel;
import org.keycloak.models.UserModel;
import org.relais.keycloak.directory.record.Person;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.problem.CommonProblem;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.problem.ProblemCode;
import org.relais.keycloak.school.ManagedGroup;
import org.relais.keycloak.school.Privileges;

/** Who can have a grant, and in which groups: never more than the official rights. */
final class Eligibility {

    private final RealmContext context;
    private final Privileges privileges;
    private final Map<String, List<Problem>> ofPeople = new HashMap<>();

    Eligibility(RealmContext context) {
        this.context = context;
        this.privileges = new Privileges(context.session());
    }

    Optional<ProblemCode> problemOf(UserModel person) {
        if (person == null) {
            return Optional.of(CommonProblem.UNKNOWN_PERSON);
        }
        if (person.getServiceAccountClientLink() != null) {
            return Optional.of(GrantProblem.SERVICE_ACCOUNT);
        }
        if (!person.isEnabled()) {
            return Optional.of(GrantProblem.DISABLED_ACCOUNT);
        }
        return privileges.areHeldBy(person) ? Optional.of(GrantProblem.PRIVILEGED_PERSON) : Optional.empty();
    }

    Optional<GrantProblem> problemOf(GroupModel group) {
        return privileges.areCarriedBy(group) ? Optional.of(GrantProblem.PRIVILEGED_GROUP) : Optional.empty();
    }

    /** Why nobody can be given an access in a group; empty if people can. */
    List<Problem> problemsOf(ManagedGroup group) {
        List<Problem> problems = new ArrayList<>();
        if (!group.profile().population().takesGrants()) {
            problems.add(Problem.general(GrantProblem.GROUP_OFFICIAL_ONLY, group.name()));
        }
        if (group.school().closed()) {
            problems.add(Problem.general(GrantProblem.SCHOOL_CLOSED, group.name()));
        }
        problemOf(context.session().groups().getGroupById(context.realm(), group.id()))
                .ifPresent(code -> problems.add(Problem.general(code, group.name())));
        return problems;
    }

    /** Why a grant cannot be renewed: for the same reasons that it could not be given. */
    List<Problem> problemsOfRenewing(Grant grant, ManagedGroup group) {
        List<Problem> problems = problemsOf(group);
        if (grant.userId() != null) {
            problems.addAll(ofPerson(grant.userId()));
        }
        return problems;
    }

    /**
     * Why a person cannot have a grant. Each person is looked up once, and before any of their rows is locked: a directory may
     * be asked, see {@link LocalUsers#byId}.
     */
    List<Problem> ofPerson(String userId) {
        return ofPeople.computeIfAbsent(userId, id -> {
            UserModel person = context.session().users().getUserById(context.realm(), id);
            String name = person == null ? id : Person.nameOf(person);
            return problemOf(person).map(code -> Problem.general(code, name)).stream()
                    .toList();
        });
    }
}
