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
import org.relais.keycloak.school.SchoolRowStore.SchoolRow;

/** What open schools lack. Each question is one statement; none of them loads the groups of the realm. */
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

    /** Names of the schools whose managing groups have no member: nobody manages anything there. */
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
        return schoolRows()
                .filter(row -> !row.closed())
                .map(SchoolRow::group)
                .filter(uai -> !there.contains(pattern.clientId(uai).toLowerCase(Locale.ROOT)))
                .toList();
    }

    /**
     * Names of the groups below the schools root that claim to be a school, by their name or by their attribute, and are none
     * because the two disagree or because another group has the same UAI.
     */
    public List<String> falseSchools() {
        List<SchoolRow> all = allRows();
        Set<String> names = namesOf(all);
        return all.stream()
                .filter(row -> !row.isSchool(names))
                .filter(row -> !row.uais().isEmpty() || Uai.isOne(row.group().toUpperCase(Locale.ROOT)))
                .map(SchoolRow::group)
                .toList();
    }

    /** Names of the groups of schools whose attribute names another profile than their name. */
    public List<String> contradictingGroups() {
        return root == null
                ? List.of()
                : counts.contradictingProfiles(realm.getId(), root.getId()).stream()
                        .filter(it ->
                                profiles.of(it.group(), it.uai(), List.of()).isPresent())
                        .map(SchoolCountStore.Contradiction::group)
                        .distinct()
                        .toList();
    }

    private Stream<SchoolRow> schoolRows() {
        List<SchoolRow> all = allRows();
        Set<String> names = namesOf(all);
        return all.stream().filter(row -> row.isSchool(names));
    }

    private List<SchoolRow> allRows() {
        return root == null ? List.of() : rows.all(realm.getId(), root.getId());
    }

    private static Set<String> namesOf(List<SchoolRow> rows) {
        return rows.stream().map(SchoolRow::group).collect(Collectors.toSet());
    }
}
