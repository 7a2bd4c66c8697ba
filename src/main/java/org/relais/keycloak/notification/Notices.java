package org.relais.keycloak.notification;

import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderEvent;
import org.relais.keycloak.authority.Delegation;
import org.relais.keycloak.authority.DelegationGiven;
import org.relais.keycloak.authority.PrincipalType;
import org.relais.keycloak.grant.EndCause;
import org.relais.keycloak.grant.Grant;
import org.relais.keycloak.grant.GrantChanged;
import org.relais.keycloak.grant.MemberPosition;
import org.relais.keycloak.grant.Members;
import org.relais.keycloak.grant.Origin;
import org.relais.keycloak.platform.EntityManagers;
import org.relais.keycloak.platform.Impersonator;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.school.Schools;

/**
 * Follows changes in their own transaction and notes who gets a mail: the person always, the giver of the access only for what
 * others did with it.
 */
public final class Notices {

    private static final int MOST_DELEGATES = 200;

    private final Clock clock;
    private final MailSenderTrigger mails;

    public Notices(Clock clock, MailSenderTrigger mails) {
        this.clock = clock;
        this.mails = mails;
    }

    public void on(ProviderEvent event) {
        if (event instanceof GrantChanged change) {
            toPerson(change).ifPresent(kind -> add(change, kind, change.grant().userId()));
            toGiver(change).ifPresent(kind -> add(change, kind, change.grant().grantedBy()));
            if (change.kind() != GrantChanged.Kind.MOVED) {
                toBoth(
                        change.session(),
                        change.realm(),
                        change.actor(),
                        change.grant().id());
            }
        } else if (event instanceof DelegationGiven given) {
            recipients(given)
                    .forEach(userId -> add(
                            given.session(),
                            given.realm(),
                            NoticeKind.DELEGATED,
                            userId,
                            given.delegation().id()));
            toBoth(
                    given.session(),
                    given.realm(),
                    given.delegation().grantedBy(),
                    given.delegation().id());
        }
    }

    /** The person whose session it was, and the administrator who acted in it. */
    private void toBoth(KeycloakSession session, RealmModel realm, String actor, String subjectId) {
        Impersonator.of(session, actor).ifPresent(impersonator -> {
            add(session, realm, NoticeKind.IMPERSONATED, actor, subjectId);
            add(session, realm, NoticeKind.IMPERSONATING, impersonator.id(), subjectId);
        });
    }

    /** While a grant waits for its account there is nobody to write to. */
    private static Optional<NoticeKind> toPerson(GrantChanged change) {
        if (!change.concernsAccount() || isOfRemovedPerson(change)) {
            return Optional.empty();
        }
        return switch (change.kind()) {
            case GIVEN, ACTIVATED -> Optional.of(NoticeKind.GIVEN);
            case CHANGED -> hasNewEnd(change) ? Optional.of(NoticeKind.CHANGED) : Optional.empty();
            case ENDED -> Optional.of(isRegularised(change) ? NoticeKind.REGULARISED : NoticeKind.ENDED);
            case MOVED -> Optional.empty();
        };
    }

    private static Optional<NoticeKind> toGiver(GrantChanged change) {
        Grant grant = change.grant();
        boolean known = grant.grantedBy().equals(change.actor())
                || grant.grantedBy().equals(grant.userId())
                || grant.endCause() == EndCause.EXPIRED
                || isOfRemovedPerson(change);
        if (known) {
            return Optional.empty();
        }
        return switch (change.kind()) {
            case CHANGED -> hasNewEnd(change) ? Optional.of(NoticeKind.GIVER_CHANGED) : Optional.empty();
            case ENDED -> Optional.of(isRegularised(change) ? NoticeKind.GIVER_REGULARISED : NoticeKind.GIVER_ENDED);
            case GIVEN, ACTIVATED, MOVED -> Optional.empty();
        };
    }

    private static boolean hasNewEnd(GrantChanged change) {
        return !change.before().endsAt().equals(change.grant().endsAt());
    }

    private static boolean isRegularised(GrantChanged change) {
        return change.grant().endCause() == EndCause.REGULARISED;
    }

    private static boolean isOfRemovedPerson(GrantChanged change) {
        return change.grant().endCause() == EndCause.PERSON_REMOVED;
    }

    /** The person, or the official members of the group. */
    private Stream<String> recipients(DelegationGiven given) {
        Delegation delegation = given.delegation();
        if (delegation.principalType() == PrincipalType.USER) {
            return Stream.of(delegation.principalId());
        }
        return new Schools(given.session(), given.realm())
                .managedGroup(delegation.principalId()).stream()
                        .flatMap(group -> new Members(new RealmContext(given.session(), given.realm(), clock))
                                        .present(group, Origin.OFFICIAL, null, MemberPosition.FIRST, MOST_DELEGATES)
                                        .members()
                                        .stream())
                        .map(member -> member.person().id())
                        .filter(userId -> !userId.equals(delegation.grantedBy()));
    }

    private void add(GrantChanged change, NoticeKind kind, String userId) {
        add(change.session(), change.realm(), kind, userId, change.grant().id());
    }

    private void add(KeycloakSession session, RealmModel realm, NoticeKind kind, String userId, String subjectId) {
        if (new MailPolicy(realm).sends(kind)) {
            new NoticeStore(EntityManagers.of(session))
                    .add(NoticeEntity.waiting(realm.getId(), kind, userId, subjectId, clock.millis()));
            mails.signalAfter(session);
        }
    }
}
