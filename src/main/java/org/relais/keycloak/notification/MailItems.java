package org.relais.keycloak.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.UserModel;
import org.relais.keycloak.authority.Delegation;
import org.relais.keycloak.authority.Delegations;
import org.relais.keycloak.directory.People;
import org.relais.keycloak.directory.record.Person;
import org.relais.keycloak.grant.Grant;
import org.relais.keycloak.platform.ClientName;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.school.Academy;
import org.relais.keycloak.school.ManagedGroup;
import org.relais.keycloak.school.OfficialOnlyClients;
import org.relais.keycloak.school.Schools;

/** The items of a mail, in the language of its recipient: by their end, then by whose they are. */
final class MailItems {

    private final RealmContext context;
    private final UserModel recipient;
    private final Academy academy;
    private final Schools schools;
    private final Locale locale;
    private final Map<String, Optional<ManagedGroup>> groups = new HashMap<>();

    MailItems(RealmContext context, UserModel recipient) {
        this.context = context;
        this.recipient = recipient;
        this.academy = Academy.of(context.realm());
        this.schools = new Schools(context.session(), context.realm());
        this.locale = context.session().getContext().resolveLocale(recipient);
    }

    List<MailItem> of(LeasedNotices leased) {
        Stream<MailItem> items = switch (leased.kind()) {
            case DELEGATED -> ofDelegations(leased).stream();
            case IMPERSONATED, IMPERSONATING ->
                Stream.concat(ofGrants(leased).stream(), ofDelegations(leased).stream());
            default -> ofGrants(leased).stream();
        };
        return items.sorted(Comparator.comparing(MailItem::endsAt)
                        .thenComparing(item -> Objects.requireNonNullElse(item.person(), ""))
                        .thenComparing(MailItem::title))
                .toList();
    }

    private List<MailItem> ofGrants(LeasedNotices leased) {
        NotifiableGrants notifiable = new NotifiableGrants(context);
        boolean toGiver = leased.kind().isToGiver();
        List<Grant> grants = toGiver ? notifiable.toGiver(leased, recipient) : notifiable.toPerson(leased);
        Map<String, Person> people = toGiver
                ? new People(context)
                        .withIds(grants.stream()
                                .map(Grant::userId)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList())
                : Map.of();
        return grants.stream()
                .flatMap(grant -> group(grant.groupId())
                        .map(group -> toGiver
                                ? itemOf(group, grant, people.get(grant.userId()))
                                : item(group, null, null, endOf(grant)))
                        .stream())
                .toList();
    }

    /** A delegate is named only to those who delegated. */
    private List<MailItem> ofDelegations(LeasedNotices leased) {
        List<Delegation> delegations = new Delegations(context).withIds(leased.subjectIds());
        Map<String, Person> people = leased.kind().isToGiver()
                ? new People(context)
                        .withIds(delegations.stream()
                                .map(Delegation::principalId)
                                .distinct()
                                .toList())
                : Map.of();
        return delegations.stream()
                .flatMap(delegation -> group(delegation.groupId())
                        .map(group -> leased.kind().isToGiver()
                                ? itemOf(group, people.get(delegation.principalId()), delegation.endsAt())
                                : item(group, null, null, delegation.endsAt()))
                        .stream())
                .toList();
    }

    /** An access that waits for an account goes by the identifier its giver typed. */
    private MailItem itemOf(ManagedGroup group, Grant grant, Person person) {
        return grant.userId() == null
                ? item(group, grant.identifier(), null, endOf(grant))
                : itemOf(group, person, endOf(grant));
    }

    private MailItem itemOf(ManagedGroup group, Person person, Instant endsAt) {
        if (person == null) {
            return item(group, "–", null, endsAt);
        }
        return person.nameDeclared() == null
                ? item(group, person.name(), null, endsAt)
                : item(group, person.username(), person.name(), endsAt);
    }

    private MailItem item(ManagedGroup group, String person, String declaredName, Instant endsAt) {
        return new MailItem(
                person == null ? null : MailText.plain(person),
                declaredName == null ? null : MailText.plain(declaredName),
                MailText.plain(group.profile().label(locale)),
                MailText.plain(group.school().name() + " (" + group.school().uai() + ")"),
                group.clientIds().stream()
                        .map(context.realm()::getClientByClientId)
                        .filter(Objects::nonNull)
                        .filter(client -> !new OfficialOnlyClients(context.session(), context.realm()).contains(client))
                        .map(MailItems::nameOf)
                        .toList(),
                endsAt,
                day(academy.lastDayBefore(endsAt)));
    }

    /** Of a grant that ended before its last day, when that was. */
    private static Instant endOf(Grant grant) {
        return grant.endedAt() != null && grant.endedAt().isBefore(grant.endsAt()) ? grant.endedAt() : grant.endsAt();
    }

    private Optional<ManagedGroup> group(String id) {
        return groups.computeIfAbsent(id, schools::managedGroup);
    }

    private String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(locale)
                .format(day);
    }

    private static String nameOf(ClientModel client) {
        return MailText.plain(ClientName.of(client));
    }
}
