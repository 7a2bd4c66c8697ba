package org.relais.keycloak.notification;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.relais.keycloak.grant.Grant;
import org.relais.keycloak.grant.GrantFilter;
import org.relais.keycloak.grant.GrantPosition;
import org.relais.keycloak.grant.Ledger;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.school.Academy;

/** Some grants of one realm, a number of days before their end. */
record ReminderBatch(RealmContext context, int days, Academy academy, LocalDate today) {

    /** After a night without a server the mornings before are made up for, and after a week only these. */
    private static final int MORNINGS_MADE_UP_FOR = 3;

    private static final int BATCH = 100;

    /** After the id of any grant, in every collation. */
    private static final String LAST = "z";

    static ReminderBatch of(RealmContext context, int days) {
        Academy academy = Academy.of(context.realm());
        return new ReminderBatch(context, days, academy, academy.today(context.clock()));
    }

    /** Whether there may be more. */
    boolean remind() {
        GrantPosition goal = endOf(today.plusDays(days));
        GrantPosition yesterday = endOf(today.plusDays(days - 1L));
        ReminderStore reminders = new ReminderStore(context.entityManager());
        if (!isBefore(reminders.position(context.realmId(), days, yesterday), goal)) {
            return false;
        }
        ReminderEntity reminded = reminders.lock(context.realmId(), days, yesterday);
        GrantPosition earliest = endOf(today.plusDays(days - 1L - MORNINGS_MADE_UP_FOR));
        GrantPosition from = isBefore(reminded.position(), earliest) ? earliest : reminded.position();
        List<Grant> grants = endingAfter(from, goal);
        remindOf(grants.stream().filter(this::isToBeRemindedOf).toList());
        boolean more = grants.size() == BATCH;
        reminded.moveTo(more ? GrantPosition.of(grants.get(BATCH - 1)) : goal);
        return more;
    }

    private List<Grant> endingAfter(GrantPosition from, GrantPosition goal) {
        Instant before = Instant.ofEpochMilli(goal.endsAt());
        return new Ledger(context).search(new GrantFilter(null, null, null, null, null, before), from, BATCH);
    }

    /** Who got an access today has just read until when. */
    private boolean isToBeRemindedOf(Grant grant) {
        return !grant.isEnded()
                && !grant.isOverAt(context.clock().instant())
                && academy.dayOf(grant.grantedAt()).isBefore(today);
    }

    private void remindOf(List<Grant> grants) {
        List<NoticeEntity> notices = new ArrayList<>();
        grants.stream()
                .filter(grant -> grant.userId() != null)
                .map(grant -> notice(
                        NoticeKind.ENDS_SOON,
                        grant.userId(),
                        grant.id(),
                        grant.id() + "/" + grant.endsAt().toEpochMilli() + "/" + days))
                .forEach(notices::add);
        grants.stream()
                .map(Grant::grantedBy)
                .distinct()
                .map(giver -> notice(NoticeKind.DIGEST, giver, null, giver + "/" + today))
                .forEach(notices::add);
        NoticeStore store = new NoticeStore(context.entityManager());
        Set<String> known =
                store.known(notices.stream().map(notice -> notice.id).toList());
        notices.stream().filter(notice -> !known.contains(notice.id)).forEach(store::add);
    }

    private NoticeEntity notice(NoticeKind kind, String userId, String subjectId, String what) {
        NoticeEntity notice = NoticeEntity.waiting(
                context.realmId(), kind, userId, subjectId, context.clock().millis());
        String whole = context.realmId() + "/" + kind + "/" + what;
        notice.id =
                UUID.nameUUIDFromBytes(whole.getBytes(StandardCharsets.UTF_8)).toString();
        return notice;
    }

    private GrantPosition endOf(LocalDate lastDay) {
        return new GrantPosition(academy.endOf(lastDay).toEpochMilli(), LAST);
    }

    private static boolean isBefore(GrantPosition one, GrantPosition other) {
        return Comparator.comparing(GrantPosition::endsAt)
                        .thenComparing(GrantPosition::grantId)
                        .compare(one, other)
                < 0;
    }
}
