package org.relais.keycloak.notification;

import jakarta.enterprise.context.ContextNotActiveException;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.common.util.KeycloakUriBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.urls.UrlType;
import org.relais.keycloak.directory.record.Person;

/** Writes the letter of a claim from what holds at that moment: what is out of date by then is not told any more. */
final class MailComposer {

    private static final int MOST_SHOWN = 200;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Clock clock;
    private final MailPolicy policy;

    MailComposer(KeycloakSession session, RealmModel realm, Clock clock) {
        this.session = session;
        this.realm = realm;
        this.clock = clock;
        this.policy = new MailPolicy(realm);
    }

    /** Empty if the realm does not send it, the person cannot be reached, or there is nothing to tell. */
    Optional<Mail> about(LeasedNotices claim) {
        UserModel person = policy.sends(claim.kind()) ? session.users().getUserById(realm, claim.userId()) : null;
        if (!policy.reaches(person)) {
            return Optional.empty();
        }
        List<MailItem> lines = new MailItems(session, realm, clock, person).of(claim);
        return lines.isEmpty() ? Optional.empty() : Optional.of(letter(claim.kind(), person, lines));
    }

    private Mail letter(NoticeKind kind, UserModel person, List<MailItem> lines) {
        boolean one = lines.size() == 1;
        String key = "relais-mail-" + kind.text();
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("key", key);
        attributes.put("toOthers", kind.isToGiver());
        kind.day().ifPresent(day -> attributes.put("day", day));
        attributes.put("name", MailText.plain(Person.nameOf(person)));
        attributes.put(
                "lines", lines.stream().limit(MOST_SHOWN).map(MailItem::shown).toList());
        attributes.put("more", Math.max(0, lines.size() - MOST_SHOWN));
        accountConsole().ifPresent(address -> attributes.put("account", address));
        return new Mail(
                realm,
                person,
                key + (one ? "-subject" : "-subject-many"),
                List.of(one ? lines.get(0).title() : lines.size()),
                attributes);
    }

    /** Unknown without a request unless the server's hostname or the realm's frontend URL is set. */
    private Optional<String> accountConsole() {
        try {
            URI server = session.getContext().getUri(UrlType.FRONTEND).getBaseUri();
            return Optional.of(KeycloakUriBuilder.fromUri(server)
                    .path("realms/{realm}/account/")
                    .build(realm.getName())
                    .toString());
        } catch (ContextNotActiveException unknown) {
            return Optional.empty();
        }
    }
}
