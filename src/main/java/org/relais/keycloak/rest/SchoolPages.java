package org.relais.keycloak.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.relais.keycloak.directory.record.Person;
import org.relais.keycloak.grant.GroupCounts;
import org.relais.keycloak.grant.Members;
import org.relais.keycloak.rest.http.Cursor;
import org.relais.keycloak.rest.http.Page;
import org.relais.keycloak.rest.http.RequestContext;
import org.relais.keycloak.rest.representation.NamedReference;
import org.relais.keycloak.rest.representation.SchoolRepresentation;
import org.relais.keycloak.school.ManagedGroup;
import org.relais.keycloak.school.Profiles;
import org.relais.keycloak.school.School;
import org.relais.keycloak.school.Schools;

/** Lists schools by UAI with their heads: a page costs the same number of statements as one school. */
final class SchoolPages {

    private static final int READ_AT_ONCE = 500;
    private static final int NAMED_HEADS = 5;

    private final RequestContext call;
    private final Schools schools;

    SchoolPages(RequestContext call) {
        this.call = call;
        this.schools = call.schools();
    }

    /** @param text part of the name or beginning of the UAI, whatever the case and the accents; null for any */
    Page<SchoolRepresentation> page(String text, String cursor, int max) {
        return schools(text, cursor, max).show(this::show);
    }

    Page<School> schools(String text, String cursor, int max) {
        String wanted = text == null || text.isBlank() ? null : GroupSearch.folded(text);
        String after = cursor == null ? null : Cursor.read(cursor, 1).get(0);
        List<School> found = new ArrayList<>();
        List<School> some;
        do {
            some = schools.page(after, wanted == null ? max + 1 : READ_AT_ONCE);
            some.stream().filter(school -> matches(school, wanted)).forEach(found::add);
            after = some.isEmpty() ? null : some.get(some.size() - 1).uai();
        } while (found.size() <= max && some.size() == READ_AT_ONCE);
        return Page.of(found, max, school -> Cursor.write(school.uai()));
    }

    private static boolean matches(School school, String wanted) {
        return wanted == null
                || school.uai().toLowerCase(Locale.ROOT).startsWith(wanted)
                || GroupSearch.folded(school.name()).contains(wanted);
    }

    private List<SchoolRepresentation> show(List<School> page) {
        Profiles profiles = schools.profiles();
        List<ManagedGroup> groups = schools.groupsOf(page);
        List<ManagedGroup> managing = groups.stream()
                .filter(group -> call.authority().seesMembersOf(group.id()))
                .filter(group -> profiles.all().stream().anyMatch(other -> other.isManagedBy(group.profile())))
                .toList();
        Members members = new Members(call.context());
        Map<String, GroupCounts> counts = members.count(managing);
        Map<String, List<Person>> heads = members.officials(managing.stream()
                .filter(group -> counts.get(group.id()).official() <= NAMED_HEADS)
                .toList());
        Map<String, List<ManagedGroup>> bySchool = groups.stream()
                .collect(Collectors.groupingBy(group -> group.school().id()));
        return page.stream()
                .map(school -> {
                    List<ManagedGroup> own = bySchool.getOrDefault(school.id(), List.of());
                    int present = (int)
                            own.stream().map(ManagedGroup::profile).distinct().count();
                    return new SchoolRepresentation(
                            school.id(),
                            school.uai(),
                            school.name(),
                            school.type(),
                            school.closed(),
                            own.size(),
                            profiles.all().size() - present,
                            heads(own, counts, heads));
                })
                .toList();
    }

    private static SchoolRepresentation.Heads heads(
            List<ManagedGroup> own, Map<String, GroupCounts> counts, Map<String, List<Person>> heads) {
        int count = own.stream()
                .filter(group -> counts.containsKey(group.id()))
                .mapToInt(group -> (int) counts.get(group.id()).official())
                .sum();
        return new SchoolRepresentation.Heads(
                count,
                own.stream()
                        .flatMap(group -> heads.getOrDefault(group.id(), List.of()).stream())
                        .map(NamedReference::of)
                        .distinct()
                        .toList());
    }
}
