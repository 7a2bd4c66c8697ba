package org.relais.keycloak.directory;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.relais.keycloak.directory.record.Person;
import org.relais.keycloak.directory.record.PersonRow;
import org.relais.keycloak.directory.record.UserAttributeStore;
import org.relais.keycloak.school.Academy;

/** Reads users and the attributes of their official record in two statements, however many users there are. */
final class PeopleStore {

    private static final String PERSON = "select u.id as id, u.username as username, u.firstName as firstName,"
            + " u.lastName as lastName from UserEntity u where u.realmId = :realm";

    private final EntityManager em;
    private final Academy academy;
    private final List<String> attributes;
    private final boolean namesCanBeDeclared;

    /** @param attributes the trusted ones of the official record */
    PeopleStore(EntityManager em, Academy academy, List<String> attributes, boolean namesCanBeDeclared) {
        this.em = em;
        this.academy = academy;
        this.attributes = attributes;
        this.namesCanBeDeclared = namesCanBeDeclared;
    }

    List<Person> withIds(String realmId, Collection<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : persons(em.createQuery(PERSON + " and u.id in :ids", Tuple.class)
                        .setParameter("realm", realmId)
                        .setParameter("ids", ids));
    }

    private List<Person> persons(TypedQuery<Tuple> query) {
        List<Tuple> users = query.getResultList();
        List<String> ids =
                users.stream().map(user -> user.get("id", String.class)).toList();
        Map<String, Map<String, List<String>>> values = new UserAttributeStore(em).values(ids, attributes);
        return users.stream()
                .map(user -> {
                    String id = user.get("id", String.class);
                    Map<String, List<String>> own = values.getOrDefault(id, Map.of());
                    return new PersonRow(
                                    id,
                                    user.get("username", String.class),
                                    user.get("firstName", String.class),
                                    user.get("lastName", String.class),
                                    own.getOrDefault(academy.functionsAttribute(), List.of()),
                                    own.getOrDefault(academy.schoolsAttribute(), List.of()),
                                    namesCanBeDeclared && hasNoValue(own.values()))
                            .toPerson();
                })
                .toList();
    }

    private static boolean hasNoValue(Collection<List<String>> values) {
        return values.stream().flatMap(List::stream).allMatch(value -> value == null || value.isBlank());
    }
}
