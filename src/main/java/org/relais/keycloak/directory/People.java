package org.relais.keycloak.directory;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.relais.keycloak.InvalidInput;
import org.relais.keycloak.Problem;
import org.relais.keycloak.school.Academy;

/** The people of the realm as others may see them. */
public final class People {

    public static final int SHORTEST_QUERY = 3;
    public static final int LONGEST_QUERY = 100;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Academy academy;
    private final List<String> trustedAttributes;
    private final PeopleStore store;

    public People(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.academy = Academy.of(realm);
        this.trustedAttributes = new TrustedRecord(session, realm).trusted();
        this.store = new PeopleStore(
                session.getProvider(JpaConnectionProvider.class).getEntityManager(), academy, trustedAttributes);
    }

    /**
     * Searches by the beginning of any word of a name or of the identifier.
     *
     * @param query 3 to 100 characters
     * @param after identifier after which the page begins; null for the first page
     */
    public List<Person> search(String query, String after, int max) {
        String text = query == null ? "" : query.strip();
        if (text.length() < SHORTEST_QUERY || text.length() > LONGEST_QUERY) {
            throw new InvalidInput(Problem.at("q", "query-length", SHORTEST_QUERY, LONGEST_QUERY));
        }
        return store.beginningWith(
                realm.getId(), Arrays.asList(text.split("\\s+")), Objects.requireNonNullElse(after, ""), max);
    }

    /** The people with these ids; those who no longer exist are left out. */
    public Map<String, Person> withIds(Collection<String> ids) {
        Map<String, Person> found =
                store.withIds(realm.getId(), ids).stream().collect(Collectors.toMap(Person::id, Function.identity()));
        ids.stream()
                .filter(id -> id.startsWith("f:") && !found.containsKey(id))
                .map(id -> session.users().getUserById(realm, id))
                .filter(Objects::nonNull)
                .forEach(user -> found.put(user.getId(), describe(user)));
        return found;
    }

    public Person describe(UserModel user) {
        return new PersonRow(
                        user.getId(),
                        user.getUsername(),
                        user.getFirstName(),
                        user.getLastName(),
                        trustedValues(user, academy.functionsAttribute()),
                        trustedValues(user, academy.schoolsAttribute()))
                .toPerson();
    }

    private List<String> trustedValues(UserModel user, String attribute) {
        return trustedAttributes.contains(attribute)
                ? user.getAttributeStream(attribute).toList()
                : List.of();
    }
}
