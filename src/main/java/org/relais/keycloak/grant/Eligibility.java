package org.relais.keycloak.grant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.GroupModel;
import org.keycloak.models.UserModel;
import org.relais.keycloak.directory.People;
import org.relais.keycloak.directory.record.Person;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.problem.CommonProblem;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.problem.ProblemCode;
import org.relais.keycloak.school.ManagedGroup;
import org.relais.keycloak.school.Privileges;

/**
 * Who can hold a grant or a delegation, and in which groups: never more than the official rights. Every way asks it: given,
 * awaited and activated, confirmed, copied, imported, renewed, delegated.
 */
public final class Eligibility {

    private final RealmContext context;
    private final Privileges privileges;
    private final boolean anybody;
    private final Map<String, List<Problem>> ofPeople = new HashMap<>();

    /** For managers, and for what happens by itself: whom managers do not find in the directory has nothing. */
    public Eligibility(RealmContext context) {
        this(context, false);
    }

    /** @param anybody whether an administrator decides, who may name people whom managers do not find */
    Eligibility(RealmContext context, boolean anybody) {
        this.context = context;
        this.privileges = new Privileges(context.session());
        this.anybody = anybody;
    }

    /** Whether managers do not find a person because of what the account says. */
    public boolean isHidden(UserModel person) {
        return People.isHidden(context.session(), context.realm(), person);
    }

    Optional<ProblemCode> problemOf(UserModel person) {
        if (person == null) {
            return Optional.of(CommonProblem.UNKNOWN_PERSON);
        }
        if (!anybody && isHidden(person)) {
            return Optional.of(GrantProblem.PERSON_HIDDEN);
        }
        if (person.getServiceAccountClientLink() != null) {
            return Optional.of(GrantProblem.SERVICE_ACCOUNT);
        }
        if (!person.isEnabled()) {
            return Optional.of(GrantProblem.DISABLED_ACCOUNT);
        }
        return privileges.areHeldBy(person) ? Optional.of(GrantProblem.PRIVILEGED_PERSON) : Optional.empty();
    }

    /**
     * Why a person who was named by an id cannot be added, as it is told: managers learn no more than from the search, where
     * whoever is hidden is nobody.
     *
     * @param person null for nobody
     * @param userId the id as it was written
     */
    Optional<Problem> toldAbout(UserModel person, String field, String userId) {
        return problemOf(person).map(code -> {
            boolean found = person != null && (anybody || !isOutsideDirectory(code));
            return found
                    ? Problem.at(field, code, Person.nameOf(person))
                    : Problem.at(field, CommonProblem.UNKNOWN_PERSON, userId);
        });
    }

    /** Why nobody can delegate to a person who was named by an id: accounts that nobody can sign in to are nobody. */
    public Optional<Problem> problemOfPrincipal(UserModel person, String field, String userId) {
        return toldAbout(person, field, userId)
                .map(problem -> person != null && person.isEnabled()
                        ? problem
                        : Problem.at(field, CommonProblem.UNKNOWN_PERSON, userId));
    }

    private static boolean isOutsideDirectory(ProblemCode code) {
        return code == GrantProblem.PERSON_HIDDEN || code == GrantProblem.SERVICE_ACCOUNT;
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
            String name = person == null || (!anybody && isHidden(person)) ? id : Person.nameOf(person);
            return problemOf(person).map(code -> Problem.general(code, name)).stream()
                    .toList();
        });
    }
}
