package org.relais.keycloak.directory.record;

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

/** The posts of people, from their record. A record that people can edit themselves is as good as empty. */
public final class Assignments {

    private final RealmModel realm;
    private final String attribute;
    private final boolean believed;
    private final AssignmentStore store;

    public Assignments(KeycloakSession session, RealmModel realm) {
        this.realm = realm;
        this.attribute = Academy.of(realm).functionsAttribute();
        this.believed = TrustedAttributes.of(session, realm).trusted().contains(attribute);
        this.store = new AssignmentStore(EntityManagers.of(session));
    }

    public boolean areBelieved() {
        return believed;
    }

    /** As the user's model has them: from the cache of users, or from the directory itself. */
    public Set<Assignment> of(UserModel person) {
        return believed ? posts(person.getAttributeStream(attribute)) : Set.of();
    }

    /** As the database has them, in one statement; people without any are left out. */
    public Map<String, Set<Assignment>> ofAll(Collection<String> userIds) {
        return believed
                ? store.values(attribute, userIds).entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> posts(entry.getValue().stream())))
                : Map.of();
    }

    /** Values of the record in their own order, after a place; every person with a post is behind at least one of them. */
    public List<AssignmentPosition> page(AssignmentPosition after, int max) {
        return store.page(realm.getId(), attribute, after, max);
    }

    private static Set<Assignment> posts(Stream<String> values) {
        return values.map(Assignment::of).flatMap(Optional::stream).collect(Collectors.toSet());
    }
}
