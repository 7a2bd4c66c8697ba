package org.relais.keycloak.event;

import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.timer.ScheduledTask;
import org.relais.keycloak.delivery.QueueGauges;
import org.relais.keycloak.directory.IndexAges;
import org.relais.keycloak.notice.MailGauges;

/** Reads, on every node, what the metrics tell of the whole cluster: whichever node is asked says the same. */
public final class RelaisGauges implements ScheduledTask {

    private static final Logger LOG = Logger.getLogger(RelaisGauges.class);

    private final List<Consumer<KeycloakSession>> gauges;

    RelaisGauges(Clock clock) {
        this.gauges = List.of(new QueueGauges(clock)::read, new MailGauges(clock)::read, new IndexAges(clock)::read);
    }

    @Override
    public void run(KeycloakSession session) {
        gauges.forEach(gauge -> {
            try {
                KeycloakModelUtils.runJobInTransaction(session.getKeycloakSessionFactory(), gauge::accept);
            } catch (RuntimeException failed) {
                LOG.debug("a metric could not be read", failed);
            }
        });
    }
}
