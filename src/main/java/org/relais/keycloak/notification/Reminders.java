package org.relais.keycloak.notification;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.relais.keycloak.grant.Grant;
import org.relais.keycloak.grant.GrantFilter;
import org.relais.keycloak.grant.GrantPosition;
import org.relais.keycloak.grant.Ledger;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.school.Academy;

/**
 * Each morning, who is to be reminded of what ends in so many days: the person of the own access, and whoever gave some, once a
 * day, of all that end soon. It goes through the grants by their end and notes how far it has come, so that each is passed
 * once; a grant whose new last day is farther on is passed again.
 */
public final class Reminders {

    /** After a night without a server the mornings before are made up for, and after a week only these. */
    private static final int MORNINGS_MADE_UP_FOR = 3;

    private static final LocalTime MORNING = LocalTime.of(7, 0);
    private static final int BATCH = 100;
    /** After the id of any grant, in every collation. */
    private static final String LAST = "z";

    private final KeycloakSessionFactory sessions;
    private final Clock clock;

    public Reminders(KeycloakSessionFactory sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /** In batches, each in a transaction of its own; does nothing if it has been done today. */
    public void run(String realmId) {
        for (int days : days(realmId)) {
            boolean more = true;
            while (more) {
                more = KeycloakModelUtils.runJobInTransactionWithResult(sessions, session -> {
                    RealmModel realm = session.realms().getRealm(realmId);
                    session.getContext().setRealm(realm);
                    return realm != null && new Batch(session, realm, days).remind();
                });
            }
        }
    }

    /** The days of the realm, none before the morning or where no reminder is sent. */
    private Set<Integer> days(String realmId) {
        return KeycloakModelUtils.runJobInTransactionWithResult(sessions, session -> {
            RealmModel realm = session.realms().getRealm(realmId);
            if (realm == null || !new MailPolicy(realm).sends(NoticeKind.DIGEST)) {
                return Set.of();
            }
            Academy academy = Academy.of(realm);
            boolean morning =
                    !clock.instant().atZone(academy.timeZone()).toLocalTime().isBefore(MORNING);
            return morning ? academy.reminderDays() : Set.of();
        });
    }

    /** Some grants of one realm, a number of days before their end. */
    private final class Batch {

        private final KeycloakSession session;
        private final RealmModel realm;
        private final int days;
        private final Academy academy;
        private final LocalDate today;
        private final EntityManager em;

        Batch(KeycloakSession session, RealmModel realm, int days) {
            this.session = session;
            this.realm = realm;
            this.days = days;
            this.academy = Academy.of(realm);
            this.today = academy.today(clock);
            this.em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        }

        /** Whether there may be more. */
        boolean remind() {
            GrantPosition goal = endOf(today.plusDays(days));
            GrantPosition yesterday = endOf(today.plusDays(days - 1L));
            ReminderStore reminders = new ReminderStore(em);
            if (!isBefore(reminders.place(realm.getId(), days, yesterday), goal)) {
                return false;
            }
            ReminderEntity reminded = reminders.lock(realm.getId(), days, yesterday);
            GrantPosition earliest = endOf(today.plusDays(days - 1L - MORNINGS_MADE_UP_FOR));
            GrantPosition from = isBefore(reminded.place(), earliest) ? earliest : reminded.place();
            List<Grant> grants = endingAfter(from, goal);
            remindOf(grants.stream().filter(this::isToBeRemindedOf).toList());
            boolean more = grants.size() == BATCH;
            reminded.moveTo(more ? GrantPosition.of(grants.get(BATCH - 1)) : goal);
            return more;
        }

        private List<Grant> endingAfter(GrantPosition from, GrantPosition goal) {
            Instant before = Instant.ofEpochMilli(goal.endsAt());
            return new Ledger(new RealmContext(session, realm, clock))
                    .search(new GrantFilter(null, null, null, null, null, before), from, BATCH);
        }

        /** Who was given something this very day has just been told until when. */
        private boolean isToBeRemindedOf(Grant grant) {
            return !grant.isEnded()
                    && !grant.isOverAt(clock.instant())
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
            NoticeStore store = new NoticeStore(em);
            Set<String> known =
                    store.known(notices.stream().map(notice -> notice.id).toList());
            notices.stream().filter(notice -> !known.contains(notice.id)).forEach(store::add);
        }

        private NoticeEntity notice(NoticeKind kind, String userId, String subjectId, String what) {
            NoticeEntity notice = NoticeEntity.waiting(realm.getId(), kind, userId, subjectId, clock.millis());
            String whole = realm.getId() + "/" + kind + "/" + what;
            notice.id = UUID.nameUUIDFromBytes(whole.getBytes(StandardCharsets.UTF_8))
                    .toString();
            return notice;
        }

        private GrantPosition endOf(LocalDate lastDay) {
            return new GrantPosition(academy.endOf(lastDay).toEpochMilli(), LAST);
        }
    }

    private static boolean isBefore(GrantPosition one, GrantPosition other) {
        return Comparator.comparing(GrantPosition::endsAt)
                        .thenComparing(GrantPosition::grantId)
                        .compare(one, other)
                < 0;
    }
}
