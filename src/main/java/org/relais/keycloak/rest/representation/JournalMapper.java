package org.relais.keycloak.rest.representation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.relais.keycloak.directory.record.Person;
import org.relais.keycloak.journal.Journal;
import org.relais.keycloak.journal.JournalEntry;
import org.relais.keycloak.journal.JournalFilter;
import org.relais.keycloak.journal.JournalPosition;
import org.relais.keycloak.rest.http.Cursor;
import org.relais.keycloak.rest.http.Page;
import org.relais.keycloak.rest.http.PageParams;
import org.relais.keycloak.rest.http.RequestContext;
import org.relais.keycloak.school.ManagedGroup;

/** Shows the journal with the names of those it mentions. */
public record JournalMapper(RequestContext call) {

    public Page<JournalRepresentation> page(JournalFilter filter, PageParams page) {
        return page(filter, page.cursor(), page.size());
    }

    /** @param cursor null for the newest lines */
    public Page<JournalRepresentation> page(JournalFilter filter, String cursor, int max) {
        List<JournalEntry> found = new Journal(call.context()).page(filter, position(cursor), max + 1);
        return Page.of(found, max, last -> Cursor.write(last.at().toEpochMilli(), last.id()))
                .show(this::visible)
                .show(this::show);
    }

    /** All about a person and all that the person did, the oldest first. */
    public Page<JournalRepresentation> pageOfPerson(String userId, String cursor, int max) {
        List<JournalEntry> found = new Journal(call.context()).ofPerson(userId, position(cursor), max + 1);
        return Page.of(found, max, last -> Cursor.write(last.at().toEpochMilli(), last.id()))
                .show(this::visible)
                .show(this::show);
    }

    /** A page may be shorter for it: what is told of a group is for those who see its members. */
    private List<JournalEntry> visible(List<JournalEntry> lines) {
        return lines.stream()
                .filter(line -> line.groupId() == null || call.authority().seesMembersOf(line.groupId()))
                .toList();
    }

    private List<JournalRepresentation> show(List<JournalEntry> lines) {
        Map<String, Person> people = new ReferencedPeople(call)
                .withIds(
                        lines.stream().map(JournalEntry::userId),
                        lines.stream().flatMap(line -> Stream.of(line.actor(), line.impersonator())));
        Map<String, ManagedGroup> groups = call.schools()
                .managedGroups(lines.stream()
                        .map(JournalEntry::groupId)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
        return lines.stream().map(line -> show(line, groups, people)).toList();
    }

    private JournalRepresentation show(
            JournalEntry line, Map<String, ManagedGroup> groups, Map<String, Person> people) {
        String groupName = Optional.ofNullable(line.groupId())
                .map(groups::get)
                .map(ManagedGroup::name)
                .orElse(null);
        return new JournalRepresentation(
                line.id(),
                line.at().toString(),
                GrantMapper.ref(line.actor(), line.impersonator(), people),
                line.action().name(),
                line.groupId(),
                groupName,
                GrantMapper.ref(line.userId(), people),
                line.grantId(),
                line.details());
    }

    private static JournalPosition position(String cursor) {
        if (cursor == null) {
            return null;
        }
        List<String> parts = Cursor.read(cursor, 2);
        return new JournalPosition(Cursor.number(parts.get(0)), parts.get(1));
    }
}
