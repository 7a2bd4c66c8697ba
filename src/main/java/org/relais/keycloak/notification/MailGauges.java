package org.relais.keycloak.notification;

import io.micrometer.core.instrument.Metrics;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.keycloak.models.KeycloakSession;
import org.relais.keycloak.platform.EntityManagers;

/** Metrics: how many mails wait, and for how long the oldest has waited. */
public final class MailGauges {

    private final Clock clock;
    private final AtomicLong waiting = Metrics.gauge("relais.mails.waiting", new AtomicLong());
    private final AtomicLong oldest = Metrics.gauge("relais.mails.oldest.seconds", new AtomicLong());

    public MailGauges(Clock clock) {
        this.clock = clock;
    }

    public void read(KeycloakSession session) {
        NoticeStore.Backlog backlog = new NoticeStore(EntityManagers.of(session)).backlog();
        waiting.set(backlog.count());
        oldest.set(backlog.since()
                .map(since -> Duration.between(since, clock.instant()).toSeconds())
                .orElse(0L));
    }
}
