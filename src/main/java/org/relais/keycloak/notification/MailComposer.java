package org.relais.keycloak.notification;

import jakarta.enterprise.context.ContextNotActiveException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.common.util.KeycloakUriBuilder;
import org.keycloak.models.UserModel;
import org.keycloak.urls.UrlType;
import org.relais.keycloak.directory.record.Person;
import org.relais.keycloak.platform.RealmContext;

/** Composes the mail of leased notices from what holds at that moment: what is out of date by then is left out. */
record MailComposer(RealmContext context, MailPolicy policy) {

    private static final int MOST_SHOWN = 200;

    MailComposer(RealmContext context) {
        this(context, new MailPolicy(context.realm()));
    }

    /** Empty if the realm does not send it, the person cannot be reached, or there is nothing to say. */
    Optional<Mail> compose(LeasedNotices leased) {
        UserModel person = policy.sends(leased.kind())
                ? context.session().users().getUserById(context.realm(), leased.userId())
                : null;
        if (!policy.reaches(person)) {
            return Optional.empty();
        }
        List<MailItem> items = new MailItems(context, person).of(leased);
        return items.isEmpty() ? Optional.empty() : Optional.of(mail(leased.kind(), person, items));
    }

    private Mail mail(NoticeKind kind, UserModel person, List<MailItem> items) {
        boolean one = items.size() == 1;
        String key = "relais-mail-" + kind.text();
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("key", key);
        attributes.put("toOthers", kind.isToGiver());
        kind.day().ifPresent(day -> attributes.put("day", day));
        attributes.put("name", MailText.plain(Person.nameOf(person)));
        attributes.put(
                "lines", items.stream().limit(MOST_SHOWN).map(MailItem::shown).toList());
        attributes.put("more", Math.max(0, items.size() - MOST_SHOWN));
        accountConsole().ifPresent(address -> attributes.put("account", address));
        return new Mail(
                context.realm(),
                person,
                key + (one ? "-subject" : "-subject-many"),
                List.of(one ? items.get(0).title() : items.size()),
                attributes);
    }

    /** Unknown without a request unless the server's hostname or the realm's frontend URL is set. */
    private Optional<String> accountConsole() {
        try {
            URI server = context.session().getContext().getUri(UrlType.FRONTEND).getBaseUri();
            return Optional.of(KeycloakUriBuilder.fromUri(server)
                    .path("realms/{realm}/account/")
                    .build(context.realm().getName())
                    .toString());
        } catch (ContextNotActiveException unknown) {
            return Optional.empty();
        }
    }
}
