package org.relais.keycloak.platform;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers a number of things and no more: beyond it, what has not been asked for for longest is forgotten. For whatever
 * outlives a request under a key that callers bring along. It is not safe for several threads at once.
 */
public final class RecentlyUsed<K, V> extends LinkedHashMap<K, V> {

    private static final long serialVersionUID = 1L;

    private final int most;

    public RecentlyUsed(int most) {
        super(16, 0.75f, true);
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
    }
}
