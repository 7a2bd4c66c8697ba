package org.relais.keycloak.directory.index;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.relais.keycloak.platform.EntityManagers;

/** How long ago the index of each realm was last known to be equal to the accounts, as a metric. */
public final class IndexAges {

    private final Clock clock;
    private final MultiGauge ages = MultiGauge.builder("relais.people.index.age")
            .description("Time since the index of people was last known to be equal to the accounts")
            .baseUnit("seconds")
            .register(Metrics.globalRegistry);

    public IndexAges(Clock clock) {
        this.clock = clock;
    }

    public void read(KeycloakSession session) {
        List<IndexStateEntity> compared = new IndexStateStore(EntityManagers.of(session)).compared();
        ages.register(compared.stream().flatMap(state -> row(session, state)).toList(), true);
    }

    /** None where the realm is gone. */
    private Stream<Row<?>> row(KeycloakSession session, IndexStateEntity state) {
        RealmModel realm = session.realms().getRealm(state.realmId);
        long equalAt = state.equalAt;
        return realm == null
                ? Stream.empty()
                : Stream.of(Row.of(Tags.of("realm", realm.getName()), () -> (clock.millis() - equalAt) / 1000.0));
    }
}
