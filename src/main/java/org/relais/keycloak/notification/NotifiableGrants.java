package org.relais.keycloak.notification;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.UserModel;
import org.relais.keycloak.authority.AdminRoleCheck;
import org.relais.keycloak.authority.Authority;
import org.relais.keycloak.authority.Caller;
import org.relais.keycloak.grant.Grant;
import org.relais.keycloak.grant.GrantFilter;
import org.relais.keycloak.grant.GrantPosition;
import org.relais.keycloak.grant.GrantStatus;
import org.relais.keycloak.grant.Ledger;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.school.Academy;
import org.relais.keycloak.school.ManagedGroup;
import org.relais.keycloak.school.Schools;

/** Which grants a mail is about when it is written, which may be later than what made it due. */
final class NotifiableGrants {

    private static final int MOST = 500;

    private final RealmContext context;
    private final Ledger ledger;

    NotifiableGrants(RealmContext context) {
        this.context = context;
        this.ledger = new Ledger(context);
    }

    /** What no longer holds is left out: that an access was given is of no interest once it has ended. */
    List<Grant> toPerson(LeasedNotices leased) {
        Instant now = context.clock().instant();
        Predicate<Grant> stillSo = switch (leased.kind()) {
            case ENDED -> {
                Set<String> openAgain = ledger.openOf(leased.userId()).stream()
                        .filter(other -> other.holdsAt(now))
                        .map(Grant::groupId)
                        .collect(Collectors.toSet());
                yield grant -> !openAgain.contains(grant.groupId());
            }
            case REGULARISED -> grant -> true;
            default -> grant -> grant.holdsAt(now);
        };
        return ledger.withIds(leased.subjectIds()).stream().filter(stillSo).toList();
    }

    /** Only what the giver still may see: a head who went to another school learns nothing of the first one's people. */
    List<Grant> toGiver(LeasedNotices leased, UserModel giver) {
        List<Grant> grants =
                leased.kind() == NoticeKind.DIGEST ? endingSoon(giver) : ledger.withIds(leased.subjectIds());
        if (AdminRoleCheck.letView(context.realm(), giver)) {
            return grants;
        }
        Set<String> managed = new Authority(
                        context, new Schools(context.session(), context.realm()), new Caller.Person(giver))
                .groups().stream().map(ManagedGroup::id).collect(Collectors.toSet());
        return grants.stream()
                .filter(grant -> managed.contains(grant.groupId()))
                .toList();
    }

    private List<Grant> endingSoon(UserModel giver) {
        Academy academy = Academy.of(context.realm());
        int days = academy.reminderDays().stream()
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
        Instant before = academy.endOf(academy.today(context.clock()).plusDays(days));
        return Stream.of(GrantStatus.ACTIVE, GrantStatus.PENDING)
                .map(status -> new GrantFilter(null, null, status, null, giver.getId(), before))
                .flatMap(filter ->
                        ledger.search(filter, new GrantPosition(context.clock().millis(), ""), MOST).stream())
                .toList();
    }
}
