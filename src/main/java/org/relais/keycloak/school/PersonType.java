package org.relais.keycloak.school;

import java.util.List;
import java.util.Locale;
import org.keycloak.component.ComponentModel;

/**
 * A kind of people a manager may look for, configured for the realm as a component {@code relais-person-type}.
 *
 * @param id      what callers name it by
 * @param values  function codes, or values of the attributes that say what somebody is; compared without case
 * @param visible whether managers find such people at all
 */
public record PersonType(String id, String labelFr, String labelEn, List<String> values, boolean visible) {

    public static final String PROVIDER_ID = "relais-person-type";
    public static final String TYPE_ID = "typeId";
    public static final String LABEL_FR = ProfileSettings.LABEL_FR;
    public static final String LABEL_EN = ProfileSettings.LABEL_EN;
    public static final String VALUES = "typeValues";
    public static final String VISIBLE = "visibleToManagers";

    public static PersonType read(ComponentModel component) {
        ComponentConfig settings = new ComponentConfig(component);
        String id = settings.text(TYPE_ID, component.getName());
        String labelFr = settings.text(LABEL_FR, id);
        return new PersonType(
                id,
                labelFr,
                settings.text(LABEL_EN, labelFr),
                settings.texts(VALUES, List.of()),
                settings.flag(VISIBLE, true));
    }

    public String label(Locale locale) {
        return Locale.FRENCH.getLanguage().equals(locale.getLanguage()) ? labelFr : labelEn;
    }

    public boolean has(String value) {
        return values.stream().anyMatch(value::equalsIgnoreCase);
    }
}
