package org.relais.keycloak.rest.representation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.relais.keycloak.directory.record.Person;
import org.relais.keycloak.journal.Journal;
import org.relais.keycloak.journal.JournalEntry;
import org.relais.keycloak.journal.JournalFilter;
import org.relais.keycloak.journal.JournalPosition;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.rest.http.Cursor;
import org.relais.keycloak.rest.http.Page;
import org.relais.keycloak.rest.http.RequestContext;
import org.relais.keycloak.school.ManagedGroup;
import org.relais.keycloak.school.Schools;

/** Shows the journal with the names of those it mentions. */
public final class JournalMapper {

    private final RequestContext call;
    private final Schools schools;

    public JournalMapper(RequestContext call) {
        this.call = call;
        this.schools = call.schools();
    }

    /** @param cursor null for the newest lines */
    public Page<JournalRepresentation> page(JournalFilter filter, String cursor, int max) {
        List<JournalEntry> lines = new Journal(new RealmContext(call.session(), call.realm(), call.clock()))
                .page(filter, place(cursor), max + 1);
        List<JournalEntry> page = lines.subList(0, Math.min(max, lines.size()));
        JournalEntry last = page.isEmpty() ? null : page.get(page.size() - 1);
        String next = lines.size() > max ? Cursor.write(last.at().toEpochMilli(), last.id()) : null;
        return new Page<>(show(page), next);
    }

    public List<JournalRepresentation> show(List<JournalEntry> lines) {
        Map<String, Person> people = new ReferencedPeople(call)
                .withIds(
                        lines.stream().map(JournalEntry::userId), lines.stream().map(JournalEntry::actor));
        Map<String, ManagedGroup> groups = schools.managedGroups(lines.stream()
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
                GrantMapper.ref(line.actor(), people),
                line.action().name(),
                line.groupId(),
                groupName,
                GrantMapper.ref(line.userId(), people),
                line.grantId(),
                line.details());
    }

    private static JournalPosition place(String cursor) {
        if (cursor == null) {
            return null;
        }
        List<String> parts = Cursor.read(cursor, 2);
        return new JournalPosition(Cursor.number(parts.get(0)), parts.get(1));
    }
}
