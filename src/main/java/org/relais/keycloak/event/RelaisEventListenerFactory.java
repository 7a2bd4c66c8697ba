package org.relais.keycloak.event;

import java.time.Clock;
import org.keycloak.Config;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.services.scheduled.ClusterAwareScheduledTaskRunner;
import org.keycloak.timer.TimerProvider;
import org.relais.keycloak.delivery.DeliveryRequested;
import org.relais.keycloak.delivery.worker.Dispatcher;
import org.relais.keycloak.logout.SessionRevocationJob;
import org.relais.keycloak.notification.MailSenderTrigger;
import org.relais.keycloak.notification.Notices;
import org.relais.keycloak.platform.RealmJobs;
import org.relais.keycloak.platform.ServerClock;

/** The event listener {@code relais}, active in every realm, and what runs beside it: model events and housekeeping. */
public final class RelaisEventListenerFactory implements EventListenerProviderFactory {

    private static final long EVERY_MINUTE = 60_000;

    /** People imported with a server's start are told of by nobody, and somebody may look for them at once. */
    private static final long AT_FIRST = 2_000;

    private final Clock clock = new ServerClock();
    private Dispatcher dispatcher;
    private MetricsPoller metricsPoller;

    @Override
    public String getId() {
        return "relais";
    }

    @Override
    public boolean isGlobal() {
        return true;
    }

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new RelaisEventListener(session, clock);
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        RealmJobs jobs = new RealmJobs(factory, clock);
        MailSenderTrigger mails = new MailSenderTrigger(jobs);
        SessionRevocationEvents signOffs = new SessionRevocationEvents(clock, new SessionRevocationJob(jobs));
        ModelEvents models = new ModelEvents(clock);
        DeliveryEvents deliveries = new DeliveryEvents(clock);
        Notices notices = new Notices(clock, mails);
        dispatcher = new Dispatcher(jobs);
        metricsPoller = new MetricsPoller(factory, clock);
        factory.register(event -> {
            signOffs.on(event);
            models.on(event);
            deliveries.on(event);
            notices.on(event);
            if (event instanceof PostMigrationEvent) {
                scheduleHousekeeping(factory, mails);
                metricsPoller.start();
                dispatcher.start();
            } else if (event instanceof DeliveryRequested asked) {
                dispatcher.wake(asked);
            }
        });
    }

    @Override
    public void close() {
        if (dispatcher != null) {
            dispatcher.stop();
            metricsPoller.stop();
        }
    }

    private void scheduleHousekeeping(KeycloakSessionFactory factory, MailSenderTrigger mails) {
        try (KeycloakSession session = factory.create()) {
            session.getProvider(TimerProvider.class)
                    .schedule(
                            new ClusterAwareScheduledTaskRunner(
                                    factory, new RelaisHousekeeping(clock, mails), EVERY_MINUTE),
                            AT_FIRST,
                            EVERY_MINUTE);
        }
    }
}
