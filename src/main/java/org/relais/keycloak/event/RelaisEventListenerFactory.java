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

/** Registers the event listener {@code relais} in every realm, the listeners for model events, and housekeeping. */
public final class RelaisEventListenerFactory implements EventListenerProviderFactory {

    private static final long EVERY_MINUTE = 60_000;

    /** No event announces people who are imported when the server starts, and somebody may search for them at once. */
    private static final long FIRST_RUN = 2_000;

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
        RealmJobs jobs = RealmJobs.of(session, clock);
        return new RelaisEventListener(session, jobs, new UserChangeHandler(jobs));
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        RealmJobs jobs = new RealmJobs(factory, clock);
        MailSenderTrigger mails = new MailSenderTrigger(jobs);
        SessionRevocationEvents sessions = new SessionRevocationEvents(clock, new SessionRevocationJob(jobs));
        DeletionEvents deletions = new DeletionEvents(clock);
        MembershipEvents memberships = new MembershipEvents(clock);
        SchoolEvents schools = new SchoolEvents(clock);
        DeliveryEvents deliveries = new DeliveryEvents(clock);
        Notices notices = new Notices(clock, mails);
        dispatcher = new Dispatcher(jobs);
        metricsPoller = new MetricsPoller(jobs);
        factory.register(event -> {
            sessions.on(event);
            deletions.on(event);
            memberships.on(event);
            schools.on(event);
            deliveries.on(event);
            notices.on(event);
            if (event instanceof PostMigrationEvent) {
                scheduleHousekeeping(factory, mails);
                metricsPoller.start();
                dispatcher.start();
            } else if (event instanceof DeliveryRequested requested) {
                dispatcher.wake(requested);
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
                            FIRST_RUN,
                            EVERY_MINUTE);
        }
    }
}
