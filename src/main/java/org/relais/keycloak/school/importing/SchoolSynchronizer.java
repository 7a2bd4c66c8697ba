package org.relais.keycloak.school.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.GroupModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.school.Academy;
import org.relais.keycloak.school.ExistingGroups;
import org.relais.keycloak.school.Profiles;
import org.relais.keycloak.school.SchoolRowStore;
import org.relais.keycloak.school.SchoolRowStore.SchoolRow;
import org.relais.keycloak.school.SchoolStore;
import org.relais.keycloak.school.Schools;
import org.relais.keycloak.school.importing.SchoolChange.Outcome;

/** Makes the schools of a realm match a list, many at once. A closed school gets no groups. */
public final class SchoolSynchronizer {

    private final RealmContext context;
    private final Profiles profiles;
    private final String rootPath;
    private final SchoolRowStore store;
    private final SchoolStore groups;
    private final SchoolWriter writer;

    public SchoolSynchronizer(RealmContext context) {
        this.context = context;
        this.profiles = Profiles.of(context.realm());
        this.rootPath = Academy.of(context.realm()).schoolsRoot();
        this.store = new SchoolRowStore(context.entityManager());
        this.groups = new SchoolStore(context.entityManager());
        this.writer = new SchoolWriter(context);
    }

    /** What there is to do; nothing is written. */
    public List<SchoolChange> plan(List<SchoolLine> lines, boolean withGroups) {
        Map<String, SchoolRow> rows = byName(allRows());
        Map<String, ExistingGroups> existing = existing(rows, withGroups);
        return lines.stream()
                .map(line -> change(line, rows.get(line.uai()), existing, withGroups))
                .toList();
    }

    /** Lines that leave every school as it is: for the groups they lack. */
    public List<SchoolLine> everySchool() {
        return schools()
                .map(row -> new SchoolLine(0, upper(row.group()), null, null, null))
                .toList();
    }

    /** Lines that close every school except those with some UAIs, in upper case. */
    public List<SchoolLine> closingAllBut(Set<String> named) {
        return schools()
                .filter(row -> !named.contains(upper(row.group())))
                .map(row -> new SchoolLine(0, upper(row.group()), null, null, true))
                .toList();
    }

    /** Does what the lines say, in the caller's transaction; some tens of lines at a time. */
    List<SchoolChange> apply(List<SchoolLine> lines, boolean withGroups) {
        GroupModel root = root().orElseGet(() -> writer.makePath(rootPath));
        List<String> names = lines.stream()
                .flatMap(line -> Stream.of(line.uai(), line.uai().toLowerCase(Locale.ROOT)))
                .toList();
        Map<String, SchoolRow> rows = byName(store.named(context.realmId(), root.getId(), names));
        Map<String, ExistingGroups> existing = existing(rows, withGroups);
        List<SchoolChange> changes = new ArrayList<>();
        for (SchoolLine line : lines) {
            SchoolRow row = rows.get(line.uai());
            SchoolChange change = change(line, row, existing, withGroups);
            changes.add(change);
            String id = writer.write(change, row, root);
            if (change.groups() > 0) {
                writer.addGroups(id, line.uai(), existing.getOrDefault(id, ExistingGroups.NOTHING), profiles);
            }
        }
        store.flush();
        return changes;
    }

    private Map<String, ExistingGroups> existing(Map<String, SchoolRow> rows, boolean withGroups) {
        return withGroups ? ExistingGroups.of(context.realmId(), rows.values(), groups, profiles) : Map.of();
    }

    private SchoolChange change(
            SchoolLine line, SchoolRow row, Map<String, ExistingGroups> existing, boolean withGroups) {
        boolean closed = line.closed() == null ? row != null && row.closed() : line.closed();
        int lacking = !withGroups || closed
                ? 0
                : (row == null ? ExistingGroups.NOTHING : existing.getOrDefault(row.id(), ExistingGroups.NOTHING))
                        .lacking(profiles)
                        .size();
        if (row == null) {
            return new SchoolChange(line, Outcome.CREATED, List.of(), lacking);
        }
        List<String> changed = new ArrayList<>();
        note(changed, Schools.UAI, !row.isConfirmed(), true);
        note(changed, "name", line.name() != null, !Objects.equals(line.name(), row.name()));
        note(changed, Schools.TYPE, line.type() != null, !Objects.equals(line.type(), row.type()));
        note(changed, Schools.CLOSED, line.closed() != null, closed != row.closed());
        return new SchoolChange(line, changed.isEmpty() ? Outcome.UNCHANGED : Outcome.CHANGED, changed, lacking);
    }

    private static void note(List<String> changed, String field, boolean said, boolean different) {
        if (said && different) {
            changed.add(field);
        }
    }

    private Stream<SchoolRow> schools() {
        List<SchoolRow> all = allRows();
        Set<String> names = all.stream().map(SchoolRow::group).collect(Collectors.toSet());
        return all.stream().filter(row -> row.isSchool(names));
    }

    private List<SchoolRow> allRows() {
        return root().map(root -> store.all(context.realmId(), root.getId())).orElse(List.of());
    }

    private Optional<GroupModel> root() {
        return Optional.ofNullable(KeycloakModelUtils.findGroupByPath(context.session(), context.realm(), rootPath));
    }

    /** Of two groups whose names differ in nothing but the case, the one in capitals is the school. */
    private static Map<String, SchoolRow> byName(List<SchoolRow> rows) {
        return rows.stream()
                .collect(Collectors.toMap(
                        row -> upper(row.group()),
                        Function.identity(),
                        (one, other) -> other.group().equals(upper(other.group())) ? other : one));
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
