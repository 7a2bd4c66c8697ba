package org.relais.keycloak.school;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.GroupModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.relais.keycloak.platform.RealmContext;

/** What open schools lack. One statement for each question: it does not go through the groups of the realm. */
public final class SchoolChecks {

    private final RealmModel realm;
    private final Profiles profiles;
    private final SchoolCountStore counts;
    private final SchoolRowStore rows;
    private final GroupModel root;

    public SchoolChecks(RealmContext context) {
        this.realm = context.realm();
        this.profiles = Profiles.of(realm);
        var em = context.entityManager();
        this.counts = new SchoolCountStore(em);
        this.rows = new SchoolRowStore(em);
        this.root = KeycloakModelUtils.findGroupByPath(
                context.session(), realm, Academy.of(realm).schoolsRoot());
    }

    /** Names of the groups of schools in which nobody manages the others: no member in any group that does. */
    public List<String> withoutHead() {
        List<String> managing = profiles.all().stream()
                .filter(profile -> profiles.all().stream().anyMatch(other -> other.isManagedBy(profile)))
                .map(Profile::suffix)
                .flatMap(suffix -> Stream.of(suffix, suffix.toUpperCase(Locale.ROOT), suffix.toLowerCase(Locale.ROOT)))
                .distinct()
                .toList();
        return root == null || managing.isEmpty()
                ? List.of()
                : counts.withoutMembers(realm.getId(), root.getId(), managing);
    }

    /** UAIs of the schools whose client of an application does not exist. */
    public List<String> withoutClient(ClientPattern pattern) {
        if (root == null) {
            return List.of();
        }
        Set<String> there = counts.clientsBeginningWith(realm.getId(), pattern.beginning()).stream()
                .map(clientId -> clientId.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return rows.all(realm.getId(), root.getId()).stream()
                .filter(row -> row.uai() != null && !row.closed())
                .map(SchoolRowStore.SchoolRow::uai)
                .filter(uai -> !there.contains(pattern.clientId(uai).toLowerCase(Locale.ROOT)))
                .toList();
    }
}
