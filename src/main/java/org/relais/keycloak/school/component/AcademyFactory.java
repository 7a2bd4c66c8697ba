package org.relais.keycloak.school.component;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;
import org.relais.keycloak.school.Academy;
import org.relais.keycloak.school.ComponentConfig;
import org.relais.keycloak.school.DirectorySettings;
import org.relais.keycloak.school.MailType;
import org.relais.keycloak.school.UsageLimit;

/** The component {@code relais-academy}: the settings of a realm, which has at most one of them. */
public final class AcademyFactory implements SchoolComponentFactory {

    @Override
    public String getId() {
        return Academy.PROVIDER_ID;
    }

    @Override
    public String getHelpText() {
        return "Where the schools of the realm are and how its directory is read";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        List<ProviderConfigProperty> properties = new ArrayList<>(ProviderConfigurationBuilder.create()
                .property(text(Academy.SCHOOLS_ROOT, "/etablissements"))
                .property(text(Academy.TIME_ZONE, "Europe/Paris"))
                .property(text(Academy.FUNCTIONS_ATTRIBUTE, "ENTPersonFonctions"))
                .property(text(Academy.SCHOOLS_ATTRIBUTE, "ENTPersonStructRattach"))
                .property(ConfigProperties.texts(Academy.OFFICIAL_ONLY_CLIENTS))
                .property(text(Academy.JOURNAL_DAYS, "365"))
                .property(ConfigProperties.flag(Academy.GATE_OBSERVES, false))
                .property(ConfigProperties.flag(Academy.OFFICIAL_RULE, true))
                .property(ConfigProperties.flag(Academy.REFUSE_IMPERSONATED_CHANGES, false))
                .property(ConfigProperties.texts(Academy.MAILS))
                .property(ConfigProperties.texts(Academy.REMINDER_DAYS))
                .property(ConfigProperties.texts(DirectorySettings.TYPE_ATTRIBUTES))
                .property(
                        text(DirectorySettings.SEARCHES_PER_MINUTE, String.valueOf(DirectorySettings.DEFAULT_SEARCHES)))
                .property(ConfigProperties.texts(DirectorySettings.TRUSTED_IDENTITY_PROVIDERS))
                .build());
        for (UsageLimit limit : UsageLimit.values()) {
            properties.add(text(limit.setting(), String.valueOf(limit.byDefault())));
        }
        return properties;
    }

    @Override
    public void validateConfiguration(KeycloakSession session, RealmModel realm, ComponentModel model) {
        ComponentConfig settings = new ComponentConfig(model);
        boolean second = Academy.components(realm).stream()
                .anyMatch(other -> !other.getId().equals(model.getId()));
        if (second) {
            throw new InvalidSetting(null, SettingProblem.ACADEMY_SECOND);
        }
        if (!settings.text(Academy.SCHOOLS_ROOT, "/").startsWith("/")) {
            throw new InvalidSetting(
                    Academy.SCHOOLS_ROOT, SettingProblem.ACADEMY_ROOT, settings.text(Academy.SCHOOLS_ROOT, ""));
        }
        requireZone(settings.text(Academy.TIME_ZONE, "Europe/Paris"));
        requireNumber(Academy.JOURNAL_DAYS, settings.text(Academy.JOURNAL_DAYS, "365"));
        requireNumber(
                DirectorySettings.SEARCHES_PER_MINUTE,
                settings.text(
                        DirectorySettings.SEARCHES_PER_MINUTE, String.valueOf(DirectorySettings.DEFAULT_SEARCHES)));
        for (UsageLimit limit : UsageLimit.values()) {
            requireAcceptable(limit, settings.text(limit.setting(), String.valueOf(limit.byDefault())));
        }
        settings.texts(Academy.MAILS, MailType.NAMES).forEach(AcademyFactory::requireMailType);
        settings.texts(Academy.REMINDER_DAYS, Academy.REMINDER_DAYS_BY_DEFAULT)
                .forEach(AcademyFactory::requireReminderDays);
    }

    private static void requireZone(String zone) {
        try {
            ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            throw new InvalidSetting(Academy.TIME_ZONE, SettingProblem.ACADEMY_ZONE, zone);
        }
    }

    private static void requireNumber(String name, String number) {
        if (!number.matches("[1-9][0-9]{0,4}")) {
            throw new InvalidSetting(name, SettingProblem.NUMBER, name, number);
        }
    }

    private static void requireAcceptable(UsageLimit limit, String number) {
        if (!UsageLimit.accepts(number)) {
            throw new InvalidSetting(
                    limit.setting(),
                    SettingProblem.NUMBER_OUTSIDE,
                    limit.setting(),
                    number,
                    String.valueOf(UsageLimit.LEAST),
                    String.valueOf(UsageLimit.MOST));
        }
    }

    private static void requireMailType(String name) {
        if (!MailType.isName(name)) {
            throw new InvalidSetting(
                    Academy.MAILS, SettingProblem.ACADEMY_MAILS, name, String.join(", ", MailType.NAMES));
        }
    }

    private static void requireReminderDays(String days) {
        if (!days.matches("[1-9][0-9]{0,2}")) {
            throw new InvalidSetting(Academy.REMINDER_DAYS, SettingProblem.NUMBER, Academy.REMINDER_DAYS, days);
        }
    }

    private static ProviderConfigProperty text(String name, String byDefault) {
        return ConfigProperties.text(name, byDefault);
    }
}
