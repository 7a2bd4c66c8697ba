package org.relais.keycloak.school;

import java.util.List;
import java.util.stream.Stream;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderConfigProperty;

/** The component {@code relais-profile}: a kind of group, one component each. */
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
                Properties.property(ProfileSettings.POPULATION, ProviderConfigProperty.LIST_TYPE, "MIXED");
        population.setOptions(Stream.of(Population.values()).map(Enum::name).toList());
        return List.of(
                Properties.text(ProfileSettings.SUFFIX, null),
                Properties.text(ProfileSettings.LABEL_FR, null),
                Properties.text(ProfileSettings.LABEL_EN, null),
                population,
                Properties.texts(ProfileSettings.MANAGED_BY),
                Properties.texts(ProfileSettings.CLIENTS),
                Properties.texts(ProfileSettings.FUNCTION_CODES),
                Properties.texts(ProfileSettings.REGULARISED_BY),
                Properties.texts(ProfileSettings.TOGETHER),
                Properties.text(ProfileSettings.DEFAULT_DAYS, "60"),
                Properties.text(ProfileSettings.MAX_DAYS, "365"),
                Properties.text(ProfileSettings.LATEST_END, "08-31"),
                Properties.flag(ProfileSettings.REASON_REQUIRED, false),
                Properties.flag(ProfileSettings.DELEGATES_MAY_DELEGATE, false),
                Properties.text(ProfileSettings.MOODLE_COHORT, "{uai}_{suffix}"));
    }

    @Override
    public void validateConfiguration(KeycloakSession session, RealmModel realm, ComponentModel model) {
        new ProfileRules(session, realm).check(model);
    }
}
