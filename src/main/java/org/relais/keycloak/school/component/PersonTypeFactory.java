package org.relais.keycloak.school.component;

import java.util.List;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.relais.keycloak.school.ComponentConfig;
import org.relais.keycloak.school.PersonType;
import org.relais.keycloak.school.SchoolComponent;

/** The component {@code relais-person-type}, one for each kind of people. */
public final class PersonTypeFactory implements SchoolComponentFactory {

    @Override
    public String getId() {
        return PersonType.PROVIDER_ID;
    }

    @Override
    public String getHelpText() {
        return "A kind of people managers may look for, and whether they see them";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of(
                ConfigProperties.text(PersonType.TYPE_ID, null),
                ConfigProperties.text(PersonType.LABEL_FR, null),
                ConfigProperties.text(PersonType.LABEL_EN, null),
                ConfigProperties.texts(PersonType.VALUES),
                ConfigProperties.flag(PersonType.VISIBLE, true));
    }

    @Override
    public void validateConfiguration(KeycloakSession session, RealmModel realm, ComponentModel model) {
        PersonType type = PersonType.read(model);
        SeenText.require(new ComponentConfig(model), PersonType.LABEL_FR, PersonType.LABEL_EN);
        if (type.id() == null || !type.id().matches("[A-Za-z0-9][A-Za-z0-9_-]{0,47}")) {
            throw new InvalidSetting(PersonType.TYPE_ID, SettingProblem.TYPE_ID, type.id() == null ? "" : type.id());
        }
        if (type.values().isEmpty()) {
            throw new InvalidSetting(PersonType.VALUES, SettingProblem.TYPE_VALUES, type.id());
        }
        boolean taken = SchoolComponent.of(realm, PersonType.PROVIDER_ID).stream()
                .filter(other -> !other.getId().equals(model.getId()))
                .anyMatch(other -> PersonType.read(other).id().equalsIgnoreCase(type.id()));
        if (taken) {
            throw new InvalidSetting(PersonType.TYPE_ID, SettingProblem.TYPE_ID_TAKEN, type.id());
        }
    }
}
