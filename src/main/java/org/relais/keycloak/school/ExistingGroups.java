package org.relais.keycloak.school;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.relais.keycloak.school.SchoolRowStore.SchoolRow;
import org.relais.keycloak.school.SchoolStore.GroupRow;

/** The groups a school has: the suffixes of their profiles and their names, in upper case. */
public record ExistingGroups(Set<String> suffixes, Set<String> names) {

    public static final ExistingGroups NOTHING = new ExistingGroups(Set.of(), Set.of());

    /** Schools per statement; Oracle takes at most a thousand values in a list. */
    private static final int AT_ONCE = 500;

    /** By the ids of some schools; a school without any group is not in it. */
    public static Map<String, ExistingGroups> of(
            String realmId, Collection<SchoolRow> rows, SchoolStore store, Profiles profiles) {
        Map<String, ExistingGroups> existing = new HashMap<>();
        List<School> schools = rows.stream().map(SchoolRow::school).toList();
        for (int from = 0; from < schools.size(); from += AT_ONCE) {
            List<School> some = schools.subList(from, Math.min(from + AT_ONCE, schools.size()));
            store.groupsIn(realmId, some).stream()
                    .collect(Collectors.groupingBy(row -> row.school().id()))
                    .forEach((id, groups) -> existing.put(id, of(groups, profiles)));
        }
        return existing;
    }

    private static ExistingGroups of(List<GroupRow> rows, Profiles profiles) {
        return new ExistingGroups(
                rows.stream()
                        .flatMap(row -> row.managedBy(profiles).stream())
                        .map(group -> upper(group.profile().suffix()))
                        .collect(Collectors.toSet()),
                rows.stream().map(row -> upper(row.name())).collect(Collectors.toSet()));
    }

    public List<Profile> lacking(Profiles profiles) {
        return profiles.all().stream()
                .filter(profile -> !suffixes.contains(upper(profile.suffix())))
                .toList();
    }

    public boolean isTaken(String name) {
        return names.contains(upper(name));
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
