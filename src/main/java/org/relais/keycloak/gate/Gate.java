package org.relais.keycloak.gate;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
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
 * Whether an application is open to a person. It guards the clients that some profile opens, and those marked with the
 * client attribute {@value #MARK}; any other client is none of its business.
 */
final class Gate {

    /** Client attribute; {@code true} guards a client that no profile opens: then nobody gets in. */
    static final String MARK = "relais.gate";

    private static final int LAST_GRANTS = 50;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Clock clock;
    private final Academy academy;

    Gate(KeycloakSession session, RealmModel realm, Clock clock) {
        this.session = session;
        this.realm = realm;
        this.clock = clock;
        this.academy = Academy.of(realm);
    }

    boolean observes() {
        return academy.gateObserves();
    }

    /** The application as it is closed to a person; empty if it is open, not guarded, or if the gate only observes. */
    Optional<AccessDenied> refusal(ClientModel client, UserModel person) {
        return observes() ? Optional.empty() : closed(client, person);
    }

    /** The same where a sign-in first comes by: a gate that only observes notes what it would refuse, once a day. */
    Optional<AccessDenied> refusalOfSignIn(ClientModel client, UserModel person) {
        Optional<AccessDenied> closed = closed(client, person);
        if (closed.isPresent() && observes()) {
            Instant today = academy.endOf(academy.today(clock).minusDays(1));
            new Journal(new RealmContext(session, realm, clock))
                    .writeOnce(
                            today, JournalAction.WOULD_REFUSE, person.getId(), Map.of("client", client.getClientId()));
            return Optional.empty();
        }
        return closed;
    }

    private Optional<AccessDenied> closed(ClientModel client, UserModel person) {
        boolean open = !guards(client)
                || !new EffectiveAccess(new RealmContext(session, realm, clock))
                        .opening(client, person)
                        .isEmpty();
        return open
                ? Optional.empty()
                : Optional.of(new AccessDenied(client, schoolOf(client), endOfAccess(client, person)));
    }

    /** Whether an application is one of those that somebody may be kept out of. */
    boolean guards(ClientModel client) {
        return Boolean.parseBoolean(client.getAttribute(MARK))
                || Profiles.of(realm).someOpens(client.getClientId());
    }

    private School schoolOf(ClientModel client) {
        return Profiles.of(realm)
                .uaiOf(client.getClientId())
                .flatMap(new Schools(session, realm)::withUai)
                .orElse(null);
    }

    private LocalDate endOfAccess(ClientModel client, UserModel person) {
        Schools schools = new Schools(session, realm);
        GrantFilter past = new GrantFilter(null, null, GrantStatus.ENDED, person.getId(), null, null);
        return new Ledger(new RealmContext(session, realm, clock))
                .latest(past, LAST_GRANTS).stream()
                        .filter(grant -> schools.managedGroup(grant.groupId())
                                .filter(group -> group.opens(client.getClientId()))
                                .isPresent())
                        .map(this::lastDay)
                        .max(Comparator.naturalOrder())
                        .orElse(null);
    }

    /** A grant that was ended early held until that day, not until the day it was meant to. */
    private LocalDate lastDay(Grant grant) {
        LocalDate meant = academy.lastDayBefore(grant.endsAt());
        LocalDate ended = grant.endedAt() == null ? meant : academy.dayOf(grant.endedAt());
        return ended.isBefore(meant) ? ended : meant;
    }
}
