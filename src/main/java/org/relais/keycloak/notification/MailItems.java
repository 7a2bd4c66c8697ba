package org.relais.keycloak.notification;

import java.time.Clock;
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
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.relais.keycloak.authority.Delegations;
import org.relais.keycloak.directory.People;
import org.relais.keycloak.directory.record.Person;
import org.relais.keycloak.grant.Grant;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.school.Academy;
import org.relais.keycloak.school.ManagedGroup;
import org.relais.keycloak.school.OfficialOnlyClients;
import org.relais.keycloak.school.Schools;

/** The lines of a mail, in the language of its recipient: by their end, then by whose they are. */
final class MailItems {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Clock clock;
    private final UserModel recipient;
    private final Academy academy;
    private final Schools schools;
    private final Locale locale;
    private final Map<String, Optional<ManagedGroup>> groups = new HashMap<>();

    MailItems(KeycloakSession session, RealmModel realm, Clock clock, UserModel recipient) {
        this.session = session;
        this.realm = realm;
        this.clock = clock;
        this.recipient = recipient;
        this.academy = Academy.of(realm);
        this.schools = new Schools(session, realm);
        this.locale = session.getContext().resolveLocale(recipient);
    }

    List<MailItem> of(LeasedNotices claim) {
        List<MailItem> lines = claim.kind() == NoticeKind.DELEGATED ? ofDelegations(claim) : ofGrants(claim);
        return lines.stream()
                .sorted(Comparator.comparing(MailItem::endsAt)
                        .thenComparing(line -> Objects.requireNonNullElse(line.person(), ""))
                        .thenComparing(MailItem::title))
                .toList();
    }

    private List<MailItem> ofGrants(LeasedNotices claim) {
        NotifiableGrants told = new NotifiableGrants(session, realm, clock);
        boolean toGiver = claim.kind().isToGiver();
        List<Grant> grants = toGiver ? told.toGiver(claim, recipient) : told.toPerson(claim);
        Map<String, Person> people = toGiver
                ? new People(new RealmContext(session, realm, clock))
                        .withIds(grants.stream()
                                .map(Grant::userId)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList())
                : Map.of();
        return grants.stream()
                .flatMap(grant -> group(grant.groupId())
                        .map(group -> line(group, toGiver ? nameIn(people, grant) : null, endOf(grant)))
                        .stream())
                .toList();
    }

    private List<MailItem> ofDelegations(LeasedNotices claim) {
        return new Delegations(new RealmContext(session, realm, clock))
                .withIds(claim.subjectIds()).stream()
                        .flatMap(delegation ->
                                group(delegation.groupId())
                                        .map(group -> line(group, null, delegation.endsAt()))
                                        .stream())
                        .toList();
    }

    private MailItem line(ManagedGroup group, String person, Instant endsAt) {
        return new MailItem(
                person == null ? null : MailText.plain(person),
                MailText.plain(group.profile().label(locale)),
                MailText.plain(group.school().name() + " (" + group.school().uai() + ")"),
                group.clientIds().stream()
                        .map(realm::getClientByClientId)
                        .filter(Objects::nonNull)
                        .filter(client -> !new OfficialOnlyClients(session, realm).contains(client))
                        .map(MailItems::nameOf)
                        .toList(),
                endsAt,
                day(academy.lastDayBefore(endsAt)));
    }

    /** Of a grant that ended before its last day, when that was. */
    private static Instant endOf(Grant grant) {
        return grant.endedAt() != null && grant.endedAt().isBefore(grant.endsAt()) ? grant.endedAt() : grant.endsAt();
    }

    /** An access that waits for an account goes by the identifier its giver typed. */
    private static String nameIn(Map<String, Person> people, Grant grant) {
        return grant.userId() == null
                ? grant.identifier()
                : Optional.ofNullable(people.get(grant.userId()))
                        .map(Person::name)
                        .orElse("–");
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
        String name = client.getName();
        return MailText.plain(name == null || name.isBlank() || name.startsWith("${") ? client.getClientId() : name);
    }
}
