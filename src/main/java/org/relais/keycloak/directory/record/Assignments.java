package org.relais.keycloak.directory.record;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.relais.keycloak.platform.EntityManagers;
import org.relais.keycloak.school.Academy;

/** The assignments of people, from their official record. A record that people can edit themselves counts as empty. */
public final class Assignments {

    private final RealmModel realm;
    private final String attribute;
    private final boolean believed;
    private final AssignmentStore store;
    private final UserAttributeStore attributes;

    public Assignments(KeycloakSession session, RealmModel realm) {
        this.realm = realm;
        this.attribute = Academy.of(realm).functionsAttribute();
        this.believed = TrustedAttributes.of(session, realm).trusted().contains(attribute);
        EntityManager em = EntityManagers.of(session);
        this.store = new AssignmentStore(em);
        this.attributes = new UserAttributeStore(em);
    }

    public boolean areBelieved() {
        return believed;
    }

    /** As the user's model has them: from the cache of users, or from the directory itself. */
    public Set<Assignment> of(UserModel person) {
        return believed ? assignments(person.getAttributeStream(attribute)) : Set.of();
    }

    /** As the database has them, in one statement; people without any are left out. */
    public Map<String, Set<Assignment>> ofAll(Collection<String> userIds) {
        return believed
                ? attributes.values(userIds, List.of(attribute)).entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, entry -> assignments(entry.getValue().get(attribute).stream())))
                : Map.of();
    }

    /** Values of the record in their own order, after a position; every person with an assignment has at least one of them. */
    public List<AssignmentPosition> page(AssignmentPosition after, int max) {
        return store.page(realm.getId(), attribute, after, max);
    }

    private static Set<Assignment> assignments(Stream<String> values) {
        return values.map(Assignment::of).flatMap(Optional::stream).collect(Collectors.toSet());
    }
}
