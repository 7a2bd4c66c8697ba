package org.relais.keycloak.school.component;

import java.util.List;
import java.util.stream.Stream;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.relais.keycloak.school.Population;
import org.relais.keycloak.school.ProfileSettings;

/** The component {@code relais-profile}, one for each kind of group. */
public final class ProfileFactory implements SchoolComponentFactory {

    @Override
    public String getId() {
        return ProfileSettings.PROVIDER_ID;
    }

    @Override
    public String getHelpText() {
        return "A kind of group that every school has, the applications it opens and who manages it";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        ProviderConfigProperty population =
                ConfigProperties.property(ProfileSettings.POPULATION, ProviderConfigProperty.LIST_TYPE, "MIXED");
        population.setOptions(Stream.of(Population.values()).map(Enum::name).toList());
        return List.of(
                ConfigProperties.text(ProfileSettings.SUFFIX, null),
                ConfigProperties.text(ProfileSettings.LABEL_FR, null),
                ConfigProperties.text(ProfileSettings.LABEL_EN, null),
                population,
                ConfigProperties.texts(ProfileSettings.MANAGED_BY),
                ConfigProperties.texts(ProfileSettings.CLIENTS),
                ConfigProperties.texts(ProfileSettings.FUNCTION_CODES),
                ConfigProperties.texts(ProfileSettings.REGULARISED_BY),
                ConfigProperties.texts(ProfileSettings.TOGETHER),
                ConfigProperties.text(ProfileSettings.DEFAULT_DAYS, "60"),
                ConfigProperties.text(ProfileSettings.MAX_DAYS, "365"),
                ConfigProperties.text(ProfileSettings.LATEST_END, "08-31"),
                ConfigProperties.flag(ProfileSettings.REASON_REQUIRED, false),
                ConfigProperties.flag(ProfileSettings.DELEGATES_MAY_DELEGATE, false),
                ConfigProperties.text(ProfileSettings.MOODLE_COHORT, "{uai}_{suffix}"));
    }

    @Override
    public void validateConfiguration(KeycloakSession session, RealmModel realm, ComponentModel model) {
        new ProfileValidator(session, realm).check(model);
    }
}
