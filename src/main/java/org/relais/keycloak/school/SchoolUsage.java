package org.relais.keycloak.school;

import java.util.Locale;
import java.util.Map;

/**
 * How many groups and schools a realm has.
 *
 * @param groups      how many groups each profile has, by suffix in upper case
 * @param openSchools how many schools are open
 */
public record SchoolUsage(Map<String, Long> groups, long openSchools) {

    public long groupsOf(Profile profile) {
        return groups.getOrDefault(profile.suffix().toUpperCase(Locale.ROOT), 0L);
    }
}
