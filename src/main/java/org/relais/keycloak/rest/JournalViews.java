package org.relais.keycloak.rest;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.relais.keycloak.directory.People;
import org.relais.keycloak.directory.Person;
import org.relais.keycloak.grant.Journal;
import org.relais.keycloak.grant.JournalEntry;
import org.relais.keycloak.grant.JournalPlace;
import org.relais.keycloak.school.ManagedGroup;
import org.relais.keycloak.school.Schools;

/** Shows the journal, of one group or of the realm, with the names of those it mentions. */
final class JournalViews {

    private final Call call;
    private final Schools schools;

    JournalViews(Call call) {
        this.call = call;
        this.schools = new Schools(call.session(), call.realm());
    }

    /**
     * @param groupId null for the whole realm
     * @param cursor  null for the newest lines
     */
    Page<JournalView> page(String groupId, String cursor, int max) {
        List<JournalEntry> lines =
                new Journal(call.session(), call.realm(), call.clock()).page(groupId, place(cursor), max + 1);
        List<JournalEntry> page = lines.subList(0, Math.min(max, lines.size()));
        JournalEntry last = page.isEmpty() ? null : page.get(page.size() - 1);
        String next = lines.size() > max ? Cursor.write(last.at().toEpochMilli(), last.id()) : null;
        return new Page<>(show(page), next);
    }

    List<JournalView> show(List<JournalEntry> lines) {
        Map<String, Person> people = new People(call.session(), call.realm())
                .withIds(lines.stream()
                        .flatMap(line -> Stream.of(line.actor(), line.userId()))
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
        return lines.stream().map(line -> show(line, people)).toList();
    }

    private JournalView show(JournalEntry line, Map<String, Person> people) {
        String groupName = line.groupId() == null
                ? null
                : schools.managedGroup(line.groupId()).map(ManagedGroup::name).orElse(null);
        return new JournalView(
                line.id(),
                line.at().toString(),
                GrantViews.ref(line.actor(), people),
                line.action().name(),
                line.groupId(),
                groupName,
                GrantViews.ref(line.userId(), people),
                line.grantId(),
                line.details());
    }

    private static JournalPlace place(String cursor) {
        if (cursor == null) {
            return null;
        }
        List<String> parts = Cursor.read(cursor, 2);
        return new JournalPlace(Cursor.number(parts.get(0)), parts.get(1));
    }
}
