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
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.cache.CacheRealmProvider;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.problem.Conflict;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.school.Academy;
import org.relais.keycloak.school.ExistingGroups;
import org.relais.keycloak.school.Profile;
import org.relais.keycloak.school.Profiles;
import org.relais.keycloak.school.SchoolProblem;
import org.relais.keycloak.school.SchoolRowStore;
import org.relais.keycloak.school.SchoolRowStore.SchoolRow;
import org.relais.keycloak.school.SchoolStore;
import org.relais.keycloak.school.Schools;
import org.relais.keycloak.school.importing.SchoolChange.Outcome;

/** Brings the schools of a realm to what somebody says of them, many at once. A school that has closed gets no groups. */
public final class SchoolSynchronizer {

    private final RealmContext context;
    private final KeycloakSession session;
    private final RealmModel realm;
    private final Profiles profiles;
    private final String root;
    private final SchoolRowStore store;
    private final SchoolStore groups;

    public SchoolSynchronizer(RealmContext context) {
        var em = context.entityManager();
        this.context = context;
        this.session = context.session();
        this.realm = context.realm();
        this.profiles = Profiles.of(realm);
        this.root = Academy.of(realm).schoolsRoot();
        this.store = new SchoolRowStore(em);
        this.groups = new SchoolStore(em);
    }

    /** What there is to do; nothing is written. */
    public List<SchoolChange> plan(List<SchoolLine> lines, boolean withGroups) {
        Map<String, SchoolRow> rows = byName(allRows());
        Map<String, ExistingGroups> present =
                withGroups ? ExistingGroups.of(realm.getId(), rows.values(), groups, profiles) : Map.of();
        return lines.stream()
                .map(line -> step(line, rows.get(line.uai()), present, withGroups))
                .toList();
    }

    /** Lines that leave every school as it is: for the groups they lack. */
    public List<SchoolLine> everySchool() {
        return allRows().stream()
                .filter(row -> row.uai() != null)
                .map(row -> new SchoolLine(0, upper(row.group()), null, null, null))
                .toList();
    }

    /** Lines that close every school but those with some UAIs, in upper case. */
    public List<SchoolLine> closingAllBut(Set<String> named) {
        return allRows().stream()
                .filter(row -> row.uai() != null && !named.contains(upper(row.group())))
                .map(row -> new SchoolLine(0, upper(row.group()), null, null, true))
                .toList();
    }

    /** Does what the lines say, in the caller's transaction; some tens of lines at a time. */
    List<SchoolChange> apply(List<SchoolLine> lines, boolean withGroups) {
        GroupModel parent = rootGroup().orElseGet(this::makeRoot);
        List<String> names = lines.stream()
                .flatMap(line -> Stream.of(line.uai(), line.uai().toLowerCase(Locale.ROOT)))
                .toList();
        Map<String, SchoolRow> rows = byName(store.named(realm.getId(), parent.getId(), names));
        Map<String, ExistingGroups> present =
                withGroups ? ExistingGroups.of(realm.getId(), rows.values(), groups, profiles) : Map.of();
        List<SchoolChange> steps = new ArrayList<>();
        for (SchoolLine line : lines) {
            SchoolRow row = rows.get(line.uai());
            SchoolChange step = step(line, row, present, withGroups);
            steps.add(step);
            String id = bring(step, row, parent);
            if (step.groups() > 0) {
                addGroups(id, line.uai(), present.getOrDefault(id, ExistingGroups.NOTHING));
            }
        }
        store.flush();
        return steps;
    }

    private SchoolChange step(SchoolLine line, SchoolRow row, Map<String, ExistingGroups> present, boolean withGroups) {
        boolean closed = line.closed() == null ? row != null && row.closed() : line.closed();
        int lacking = !withGroups || closed
                ? 0
                : (row == null ? ExistingGroups.NOTHING : present.getOrDefault(row.id(), ExistingGroups.NOTHING))
                        .lacking(profiles)
                        .size();
        if (row == null) {
            return new SchoolChange(line, Outcome.CREATED, List.of(), lacking);
        }
        List<String> changed = new ArrayList<>();
        note(changed, Schools.UAI, row.uai() == null, true);
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

    /** By Keycloak's model: it tells everybody who wants to know of the group. Returns its id. */
    private String bring(SchoolChange step, SchoolRow row, GroupModel parent) {
        if (step.outcome() == Outcome.UNCHANGED) {
            return row.id();
        }
        SchoolLine line = step.line();
        boolean isNew = row == null;
        GroupModel group = isNew
                ? session.groups().createGroup(realm, line.uai(), parent)
                : session.groups().getGroupById(realm, row.id());
        if (isNew || step.changed().contains(Schools.UAI)) {
            group.setSingleAttribute(Schools.UAI, line.uai());
        }
        if (line.name() != null) {
            group.setDescription(line.name());
        }
        if (line.type() != null) {
            group.setSingleAttribute(Schools.TYPE, line.type());
        }
        if (Boolean.TRUE.equals(line.closed())) {
            group.setSingleAttribute(Schools.CLOSED, "true");
        } else if (Boolean.FALSE.equals(line.closed())) {
            group.removeAttribute(Schools.CLOSED);
        }
        return group.getId();
    }

    private void addGroups(String schoolId, String uai, ExistingGroups present) {
        for (Profile profile : present.lacking(profiles)) {
            String name = uai + "_" + profile.suffix();
            if (present.isTaken(name)) {
                throw new Conflict(Problem.general(SchoolProblem.GROUP_NAME_TAKEN, name, profile.suffix()));
            }
            store.addGroup(context, schoolId, name, profile.suffix());
        }
        CacheRealmProvider cache = session.getProvider(CacheRealmProvider.class);
        if (cache != null) {
            cache.registerGroupInvalidation(schoolId);
        }
    }

    private List<SchoolRow> allRows() {
        return rootGroup()
                .map(parent -> store.all(realm.getId(), parent.getId()))
                .orElse(List.of());
    }

    private Optional<GroupModel> rootGroup() {
        return Optional.ofNullable(KeycloakModelUtils.findGroupByPath(session, realm, root));
    }

    private GroupModel makeRoot() {
        GroupModel parent = null;
        for (String name : root.substring(1).split("/")) {
            GroupModel known = session.groups().getGroupByName(realm, parent, name);
            parent = known == null ? session.groups().createGroup(realm, name, parent) : known;
        }
        return parent;
    }

    private static Map<String, SchoolRow> byName(List<SchoolRow> rows) {
        return rows.stream()
                .collect(Collectors.toMap(row -> upper(row.group()), Function.identity(), (one, other) -> one));
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
