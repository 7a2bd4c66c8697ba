package org.relais.keycloak.grant;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.models.UserModel;
import org.relais.keycloak.directory.People;
import org.relais.keycloak.directory.record.Person;
import org.relais.keycloak.platform.KeycloakId;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.problem.ChangeRejected;
import org.relais.keycloak.problem.CommonProblem;
import org.relais.keycloak.problem.Conflict;
import org.relais.keycloak.problem.InvalidInput;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.school.Academy;
import org.relais.keycloak.school.ManagedGroup;

/**
 * The accounts that now have a name for which an access waits. Where people choose their names, such a name alone gives nothing:
 * whoever manages the group sees the account and confirms that it is the right one.
 */
public final class AwaitedNames {

    private final RealmContext context;
    private final GrantStore store;
    private final Eligibility eligibility;

    /** @param anybody whether an administrator asks, who may name people whom managers do not find */
    public AwaitedNames(RealmContext context, boolean anybody) {
        this.context = context;
        this.store = new GrantStore(context.entityManager());
        this.eligibility = new Eligibility(context, anybody);
    }

    /**
     * The people who now have the names that some grants wait for, by name; those who could not have an access are left out. It
     * costs one statement where nobody has such a name.
     */
    public Map<String, Person> bearers(Collection<Grant> grants) {
        Set<String> names = grants.stream()
                .filter(grant -> grant.status() == GrantStatus.PENDING)
                .map(Grant::identifier)
                .collect(Collectors.toSet());
        Map<String, Set<String>> accounts = new AccountStore(context.entityManager()).named(context.realmId(), names);
        if (accounts.isEmpty()) {
            return Map.of();
        }
        People people = new People(context);
        Map<String, Person> bearers = new HashMap<>();
        accounts.forEach((name, ids) -> ids.stream()
                .map(id -> context.session().users().getUserById(context.realm(), id))
                .filter(person -> eligibility.problemOf(person).isEmpty())
                .forEach(person -> bearers.put(name, people.describe(person))));
        return bearers;
    }

    /**
     * Gives a waiting access to the account that has its name.
     *
     * @param userId the account that was confirmed, as it was shown
     * @param actor  the id of the user who confirms
     */
    public Grant confirm(ManagedGroup group, Grant waiting, String userId, String actor) {
        UserModel person = KeycloakId.of(userId)
                .map(id -> context.session().users().getUserById(context.realm(), id))
                .filter(found -> eligibility.problemOf(found).isEmpty())
                .filter(found -> bears(found, waiting))
                .orElseThrow(() -> new InvalidInput(Problem.at("userId", CommonProblem.UNKNOWN_PERSON, userId)));
        List<Problem> problems = eligibility.problemsOf(group);
        if (!problems.isEmpty()) {
            throw new ChangeRejected(problems);
        }
        GrantActivation activation = new GrantActivation(context, person);
        store.lockGroups(List.of(group.id()));
        if (store.lockOpen(waiting.id(), context.now()).status != GrantStatus.PENDING) {
            throw new Conflict(Problem.general(GrantProblem.GRANT_NOT_PENDING));
        }
        openGrant(group, person).ifPresent(open -> {
            throw new Conflict(Problem.at(
                    "userId",
                    GrantProblem.ALREADY_GRANTED,
                    Person.nameOf(person),
                    Academy.of(context.realm()).lastDayBefore(open.endsAt())));
        });
        Grant activated = activation.activate(waiting.id(), actor);
        store.flush();
        return activated;
    }

    private static boolean bears(UserModel person, Grant waiting) {
        return waiting.identifier() != null
                && !Identifiers.isAddress(waiting.identifier())
                && Identifiers.folded(person.getUsername()).equals(waiting.identifier());
    }

    private Optional<Grant> openGrant(ManagedGroup group, UserModel person) {
        return store.openInGroups(List.of(group.id()), List.of(person.getId())).stream()
                .findFirst();
    }
}
