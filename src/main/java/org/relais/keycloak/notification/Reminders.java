package org.relais.keycloak.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Set;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.platform.RealmJobs;
import org.relais.keycloak.platform.TimeBox;
import org.relais.keycloak.school.Academy;

/**
 * Notes, each morning, who gets a reminder of what ends in a number of days: everybody of their own access, and givers, once a
 * day, of all that ends soon of what they gave. It goes through the grants by their end and keeps its position, so that each is
 * passed once; a grant whose last day moves on is passed again.
 */
public final class Reminders {

    private static final LocalTime MORNING = LocalTime.of(7, 0);
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final RealmJobs jobs;
    private final Clock clock;

    public Reminders(RealmJobs jobs) {
        this.jobs = jobs;
        this.clock = jobs.clock();
    }

    /** In batches, each in a transaction of its own, for a while at most; does nothing if it has been done today. */
    public void run(String realmId) {
        TimeBox box = TimeBox.of(clock, LONGEST);
        for (int days : jobs.call(realmId, this::days).orElse(Set.of())) {
            boolean more = true;
            while (more && !box.isOver()) {
                more = jobs.call(
                                realmId,
                                context -> ReminderBatch.of(context, days).remind())
                        .orElse(false);
            }
        }
    }

    /** The days of the realm, none before the morning or where no reminder is sent. */
    private Set<Integer> days(RealmContext context) {
        if (!new MailPolicy(context.realm()).sends(NoticeKind.DIGEST)) {
            return Set.of();
        }
        Academy academy = Academy.of(context.realm());
        boolean morning =
                !clock.instant().atZone(academy.timeZone()).toLocalTime().isBefore(MORNING);
        return morning ? academy.reminderDays() : Set.of();
    }
}
