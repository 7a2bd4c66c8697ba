package org.relais.keycloak.school;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.RealmModel;

/** How much there may be in a realm, so that nobody piles up what others have to wait for. */
public record UsageLimits(Map<UsageLimit, Integer> values) {

    public static UsageLimits of(RealmModel realm) {
        return RealmCache.of(realm, UsageLimits.class, Academy.components(realm), UsageLimits::read);
    }

    public int of(UsageLimit limit) {
        return values.get(limit);
    }

    /** What a realm's import has brought past the checks, and makes no sense, is as if it were not there. */
    private static UsageLimits read(List<ComponentModel> components) {
        ComponentConfig settings =
                new ComponentConfig(components.stream().findFirst().orElseGet(ComponentModel::new));
        Map<UsageLimit, Integer> values = new EnumMap<>(UsageLimit.class);
        for (UsageLimit limit : UsageLimit.values()) {
            String value = settings.text(limit.setting(), "");
            values.put(limit, UsageLimit.accepts(value) ? Integer.parseInt(value) : limit.byDefault());
        }
        return new UsageLimits(values);
    }
}
