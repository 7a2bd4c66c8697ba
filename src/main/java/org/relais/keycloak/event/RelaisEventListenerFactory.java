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
import org.relais.keycloak.ServerClock;
import org.relais.keycloak.notice.Notices;

/** The event listener {@code relais}, active in every realm, and what runs beside it: model events and housekeeping. */
public final class RelaisEventListenerFactory implements EventListenerProviderFactory {

    private static final long EVERY_MINUTE = 60_000;

    private final Clock clock = new ServerClock();

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
        ModelEvents models = new ModelEvents(clock);
        Notices notices = new Notices(clock);
        factory.register(event -> {
            models.on(event);
            notices.on(event);
            if (event instanceof PostMigrationEvent) {
                scheduleHousekeeping(factory);
            }
        });
    }

    @Override
    public void close() {}

    private void scheduleHousekeeping(KeycloakSessionFactory factory) {
        try (KeycloakSession session = factory.create()) {
            session.getProvider(TimerProvider.class)
                    .schedule(
                            new ClusterAwareScheduledTaskRunner(factory, new RelaisHousekeeping(clock), EVERY_MINUTE),
                            EVERY_MINUTE);
        }
    }
}
