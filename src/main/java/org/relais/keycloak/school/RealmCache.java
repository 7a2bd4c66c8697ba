package org.relais.keycloak.school;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.cache.CachedRealmModel;

/**
 * What some components of a realm say, read once for all requests: a token would else read hundreds of settings. It is kept
 * beside the realm in Keycloak's cache, and goes with it when anything of the realm changes, on every node. The request that
 * changes a component is given other objects than the cached ones, and so reads anew.
 */
public final class RealmCache {

    private RealmCache() {}

    /**
     * @param what       the type of the value; one value of a type is kept for each realm
     * @param components what the value is read from, as the realm gives them
     * @param reader     reads the value
     */
    public static <T> T of(
            RealmModel realm,
            Class<T> what,
            List<ComponentModel> components,
            Function<List<ComponentModel>, T> reader) {
        if (!(realm instanceof CachedRealmModel cached)) {
            return reader.apply(components);
        }
        @SuppressWarnings("unchecked")
        Map<Object, Object> beside = cached.getCachedWith();
        if (beside.get(what) instanceof Kept kept && kept.components().equals(components)) {
            return what.cast(kept.value());
        }
        T value = reader.apply(components);
        beside.put(what, new Kept(components, value));
        return value;
    }

    /** The value holds as long as the components are the same objects: a component equals only itself. */
    private record Kept(List<ComponentModel> components, Object value) {}
}
