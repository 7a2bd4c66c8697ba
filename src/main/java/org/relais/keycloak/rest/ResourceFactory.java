package org.relais.keycloak.rest;

import java.time.Clock;
import org.keycloak.provider.Provider;
import org.relais.keycloak.platform.ServerClock;
import org.relais.keycloak.platform.StatelessProviderFactory;

/** What the factories of the two APIs share: the name in the address, and what outlives a request. */
abstract class ResourceFactory<T extends Provider> implements StatelessProviderFactory<T> {

    final Clock clock = new ServerClock();
    final RateLimits limits = new RateLimits(clock);

    @Override
    public String getId() {
        return "relais";
    }
}
