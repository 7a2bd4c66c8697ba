package org.relais.keycloak.notification;

import io.micrometer.core.instrument.Metrics;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** How many mails wait and for how long the oldest has, as metrics. */
public final class MailGauges {

    private final Clock clock;
    private final AtomicLong waiting = Metrics.gauge("relais.mails.waiting", new AtomicLong());
    private final AtomicLong oldest = Metrics.gauge("relais.mails.oldest.seconds", new AtomicLong());

    public MailGauges(Clock clock) {
        this.clock = clock;
    }

    public void read(KeycloakSession session) {
        NoticeStore.Waiting mails =
                new NoticeStore(session.getProvider(JpaConnectionProvider.class).getEntityManager()).waiting();
        waiting.set(mails.count());
        oldest.set(mails.since()
                .map(since -> Duration.between(since, clock.instant()).toSeconds())
                .orElse(0L));
    }
}
