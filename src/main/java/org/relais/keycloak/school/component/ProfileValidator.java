package org.relais.keycloak.school.component;

import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.relais.keycloak.school.ClientPattern;
import org.relais.keycloak.school.ComponentConfig;
import org.relais.keycloak.school.OfficialOnlyClients;
import org.relais.keycloak.school.Population;
import org.relais.keycloak.school.Privileges;
import org.relais.keycloak.school.ProfileSettings;
import org.relais.keycloak.school.Profiles;
import org.relais.keycloak.school.SchoolComponent;

/**
 * The rules a profile must meet before it is saved. Keycloak answers a violation as a 400, in the administrator's
 * language.
 */
record ProfileValidator(KeycloakSession session, RealmModel realm) {

    /** Names of groups that carry rights of their own and are never filled by hand. */
    private static final Set<String> OFFICIAL_NAMES = Set.of("GAR", "DIR", "ADF", "GES", "TOUS");

    void check(ComponentModel component) {
        ComponentConfig settings = new ComponentConfig(component);
        String suffix = settings.text(ProfileSettings.SUFFIX, component.getName());
        checkSuffix(suffix, component);
        SeenText.require(settings, ProfileSettings.LABEL_FR, ProfileSettings.LABEL_EN);
        Population population = population(settings.text(ProfileSettings.POPULATION, "MIXED"));
        checkOfficialName(suffix, population);
        checkLength(settings);
        checkLatestEnd(settings.text(ProfileSettings.LATEST_END, "08-31"));
        if (!RealmImportState.isUnderWay(session, realm)) {
            checkReferences(suffix, ProfileSettings.MANAGED_BY, settings);
            checkReferences(suffix, ProfileSettings.TOGETHER, settings);
            checkReferences(suffix, ProfileSettings.REGULARISED_BY, settings);
        }
        if (population.takesGrants()) {
            checkClients(settings.texts(ProfileSettings.CLIENTS, List.of()));
            checkPrivileges(suffix);
        }
    }

    private void checkSuffix(String suffix, ComponentModel component) {
        if (suffix == null || !suffix.matches("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}")) {
            throw new InvalidSetting(
                    ProfileSettings.SUFFIX, SettingProblem.PROFILE_SUFFIX, suffix == null ? "" : suffix);
        }
        boolean taken = SchoolComponent.of(realm, ProfileSettings.PROVIDER_ID).stream()
                .filter(other -> !other.getId().equals(component.getId()))
                .anyMatch(other -> ProfileSettings.read(other).hasSuffix(suffix));
        if (taken) {
            throw new InvalidSetting(ProfileSettings.SUFFIX, SettingProblem.PROFILE_SUFFIX_TAKEN, suffix);
        }
    }

    private static Population population(String name) {
        return Stream.of(Population.values())
                .filter(population -> population.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new InvalidSetting(ProfileSettings.POPULATION, SettingProblem.PROFILE_POPULATION, name));
    }

    private static void checkOfficialName(String suffix, Population population) {
        boolean official = Stream.of(suffix.split("[-_.]"))
                .anyMatch(word -> OFFICIAL_NAMES.contains(word.toUpperCase(Locale.ROOT)));
        if (official && population.takesGrants()) {
            throw new InvalidSetting(ProfileSettings.POPULATION, SettingProblem.PROFILE_OFFICIAL_NAME, suffix);
        }
    }

    private static void checkLength(ComponentConfig settings) {
        int defaultDays = days(ProfileSettings.DEFAULT_DAYS, settings.text(ProfileSettings.DEFAULT_DAYS, "60"));
        int maxDays = days(ProfileSettings.MAX_DAYS, settings.text(ProfileSettings.MAX_DAYS, "365"));
        if (defaultDays > maxDays) {
            throw new InvalidSetting(ProfileSettings.DEFAULT_DAYS, SettingProblem.PROFILE_DAYS, defaultDays, maxDays);
        }
    }

    private static int days(String field, String value) {
        if (!value.matches("[1-9][0-9]{0,3}")) {
            throw new InvalidSetting(field, SettingProblem.NUMBER, field, value);
        }
        return Integer.parseInt(value);
    }

    private static void checkLatestEnd(String value) {
        try {
            MonthDay.parse("--" + value);
        } catch (DateTimeException bad) {
            throw new InvalidSetting(ProfileSettings.LATEST_END, SettingProblem.PROFILE_LATEST_END, value);
        }
    }

    private void checkReferences(String suffix, String field, ComponentConfig settings) {
        Profiles profiles = Profiles.anew(realm);
        for (String reference : settings.texts(field, List.of())) {
            boolean known = reference.equalsIgnoreCase(suffix)
                    || profiles.withSuffix(reference).isPresent();
            if (!known) {
                throw new InvalidSetting(field, SettingProblem.PROFILE_UNKNOWN_SUFFIX, field, reference);
            }
        }
    }

    private void checkClients(List<String> patterns) {
        OfficialOnlyClients never = new OfficialOnlyClients(session, realm);
        for (String pattern : patterns) {
            never.firstMeantBy(new ClientPattern(pattern)).ifPresent(clientId -> {
                throw new InvalidSetting(
                        ProfileSettings.CLIENTS, SettingProblem.PROFILE_OFFICIAL_CLIENT, pattern, clientId);
            });
        }
    }

    private void checkPrivileges(String suffix) {
        new Privileges(session).firstPrivilegedGroupOf(realm, suffix).ifPresent(group -> {
            throw new InvalidSetting(ProfileSettings.POPULATION, SettingProblem.PROFILE_PRIVILEGED_GROUP, group);
        });
    }
}
