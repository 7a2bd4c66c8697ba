package org.relais.keycloak.directory;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.relais.keycloak.directory.index.IndexedUser;
import org.relais.keycloak.directory.index.IndexedUserStore;
import org.relais.keycloak.directory.index.PeoplePosition;
import org.relais.keycloak.directory.index.PeopleSearch;
import org.relais.keycloak.directory.index.PersonFinder;
import org.relais.keycloak.directory.index.SearchStore;
import org.relais.keycloak.directory.record.DeclaredNames;
import org.relais.keycloak.directory.record.Person;
import org.relais.keycloak.directory.record.PersonRow;
import org.relais.keycloak.directory.record.TrustedAttributes;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.problem.CommonProblem;
import org.relais.keycloak.problem.InvalidInput;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.school.Academy;

/** The people of a realm as others may see them. */
public final class People {

    public static final int SHORTEST_QUERY = 3;
    public static final int LONGEST_QUERY = 100;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Academy academy;
    private final List<String> trustedAttributes;
    private final boolean namesCanBeDeclared;
    private final PeopleStore store;
    private final PersonFinder finder;
    private final IndexedUserStore users;

    public People(RealmContext context) {
        this.session = context.session();
        this.realm = context.realm();
        this.academy = Academy.of(realm);
        this.trustedAttributes = TrustedAttributes.of(session, realm).trusted();
        EntityManager em = context.entityManager();
        this.namesCanBeDeclared = DeclaredNames.arePossible(session, realm);
        this.store = new PeopleStore(em, academy, trustedAttributes, namesCanBeDeclared);
        this.finder = new PersonFinder(new SearchStore(em, realm.getId()));
        this.users = new IndexedUserStore(em);
    }

    /**
     * People whom managers may see, by the beginning of any word of a name, of the identifier or of the email address, in any
     * order, with or without accents.
     *
     * @param after null for the first page
     */
    public PeoplePage search(PeopleSearch search, PeoplePosition after, int max) {
        int length = search.text().strip().length();
        if (length > LONGEST_QUERY || (length < SHORTEST_QUERY && !search.isNarrowed())) {
            throw new InvalidInput(Problem.at("q", DirectoryProblem.QUERY_LENGTH, SHORTEST_QUERY, LONGEST_QUERY));
        }
        if (after != null && !PersonFinder.belongs(after, search)) {
            throw new InvalidInput(Problem.at("cursor", CommonProblem.WRONG_CURSOR));
        }
        if (search.schools() != null && search.schools().isEmpty()) {
            return new PeoplePage(List.of(), null);
        }
        PersonFinder.Found found = finder.find(search, after, max);
        Map<String, Person> people = byId(visible(found.ids()));
        return new PeoplePage(
                found.ids().stream().map(people::get).filter(Objects::nonNull).toList(), found.next());
    }

    /** The index may lag behind the accounts and the settings for a moment: people hidden or disabled since then are left out. */
    private List<Person> visible(List<String> ids) {
        IndexedUser.Reading reading = IndexedUser.Reading.of(session, realm);
        return users.withIds(realm.getId(), ids, reading.attributes()).stream()
                .filter(account -> account.isVisible(reading))
                .map(account -> account.person(reading))
                .toList();
    }

    /** The people with these ids; those who no longer exist are left out. */
    public Map<String, Person> withIds(Collection<String> ids) {
        Map<String, Person> found = byId(store.withIds(realm.getId(), ids));
        ids.stream()
                .filter(id -> id.startsWith("f:") && !found.containsKey(id))
                .map(id -> session.users().getUserById(realm, id))
                .filter(Objects::nonNull)
                .forEach(user -> found.put(user.getId(), describe(user)));
        return found;
    }

    /** The people with these ids who administer this realm from the master realm: their names, and nothing more. */
    public Map<String, Person> administratorsWithIds(Collection<String> ids) {
        RealmModel master = session.realms().getRealmByName(Config.getAdminRealm());
        if (ids.isEmpty() || master == null || master.getId().equals(realm.getId())) {
            return Map.of();
        }
        return ids.stream()
                .map(id -> session.users().getUserById(master, id))
                .filter(Objects::nonNull)
                .map(user -> new Person(user.getId(), user.getUsername(), Person.nameOf(user), null, List.of()))
                .collect(Collectors.toMap(Person::id, Function.identity()));
    }

    private static Map<String, Person> byId(List<Person> people) {
        return people.stream().collect(Collectors.toMap(Person::id, Function.identity()));
    }

    /** Whether managers do not find this person because of what the account says: a pupil, a parent. */
    public static boolean isHidden(KeycloakSession session, RealmModel realm, UserModel person) {
        return IndexedUser.of(person).isHidden(IndexedUser.Reading.of(session, realm));
    }

    public Person describe(UserModel user) {
        return new PersonRow(
                        user.getId(),
                        user.getUsername(),
                        user.getFirstName(),
                        user.getLastName(),
                        trustedValues(user, academy.functionsAttribute()),
                        trustedValues(user, academy.schoolsAttribute()),
                        namesCanBeDeclared && !hasTrustedRecord(user))
                .toPerson();
    }

    private boolean hasTrustedRecord(UserModel user) {
        return trustedAttributes.stream()
                .flatMap(user::getAttributeStream)
                .anyMatch(value -> value != null && !value.isBlank());
    }

    private List<String> trustedValues(UserModel user, String attribute) {
        return trustedAttributes.contains(attribute)
                ? user.getAttributeStream(attribute).toList()
                : List.of();
    }
}
