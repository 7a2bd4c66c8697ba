package org.relais.keycloak.gate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.UserModel;
import org.relais.keycloak.access.EffectiveAccess;
import org.relais.keycloak.grant.Grant;
import org.relais.keycloak.grant.GrantFilter;
import org.relais.keycloak.grant.GrantStatus;
import org.relais.keycloak.grant.Ledger;
import org.relais.keycloak.journal.Journal;
import org.relais.keycloak.journal.JournalAction;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.school.Academy;
import org.relais.keycloak.school.Profiles;
import org.relais.keycloak.school.School;
import org.relais.keycloak.school.Schools;

/**
 * Decides whether an application is open to a person. It guards the clients that some profile opens, and those marked with
 * the client attribute {@value #MARK}; it ignores any other client.
 */
final class Gate {

    /** Client attribute; {@code true} guards a client that no profile opens: then nobody can sign in to it. */
    static final String MARK = "relais.gate";

    private static final int LAST_GRANTS = 50;

    private final RealmContext context;
    private final Academy academy;

    Gate(RealmContext context) {
        this.context = context;
        this.academy = Academy.of(context.realm());
    }

    boolean observes() {
        return academy.gateObserves();
    }

    /** What is refused to a person; empty if the application is open or not guarded, or if the gate only observes. */
    Optional<AccessDenied> refusal(ClientModel client, UserModel person) {
        return observes() ? Optional.empty() : closed(client, person);
    }

    /** The same at the first check of a sign-in: a gate that only observes journals what it would refuse, once a day. */
    Optional<AccessDenied> refusalOfSignIn(ClientModel client, UserModel person) {
        Optional<AccessDenied> closed = closed(client, person);
        if (closed.isPresent() && observes()) {
            Instant today = academy.endOf(academy.today(context.clock()).minusDays(1));
            new Journal(context)
                    .writeOnce(
                            today, JournalAction.WOULD_REFUSE, person.getId(), Map.of("client", client.getClientId()));
            return Optional.empty();
        }
        return closed;
    }

    private Optional<AccessDenied> closed(ClientModel client, UserModel person) {
        boolean open = !guards(client)
                || !new EffectiveAccess(context).opening(client, person).isEmpty();
        return open
                ? Optional.empty()
                : Optional.of(new AccessDenied(client, schoolOf(client), endOfAccess(client, person)));
    }

    /** Whether the gate guards an application at all. */
    boolean guards(ClientModel client) {
        return Boolean.parseBoolean(client.getAttribute(MARK))
                || Profiles.of(context.realm()).someOpens(client.getClientId());
    }

    private School schoolOf(ClientModel client) {
        return Profiles.of(context.realm())
                .uaiOf(client.getClientId())
                .flatMap(new Schools(context.session(), context.realm())::withUai)
                .orElse(null);
    }

    private LocalDate endOfAccess(ClientModel client, UserModel person) {
        Schools schools = new Schools(context.session(), context.realm());
        GrantFilter past = new GrantFilter(null, null, GrantStatus.ENDED, person.getId(), null, null);
        return new Ledger(context)
                .latest(past, LAST_GRANTS).stream()
                        .filter(grant -> schools.managedGroup(grant.groupId())
                                .filter(group -> group.opens(client.getClientId()))
                                .isPresent())
                        .map(this::lastDay)
                        .max(Comparator.naturalOrder())
                        .orElse(null);
    }

    /** A grant that was ended early opened the application until that day, not until its planned last day. */
    private LocalDate lastDay(Grant grant) {
        LocalDate meant = academy.lastDayBefore(grant.endsAt());
        LocalDate ended = grant.endedAt() == null ? meant : academy.dayOf(grant.endedAt());
        return ended.isBefore(meant) ? ended : meant;
    }
}
