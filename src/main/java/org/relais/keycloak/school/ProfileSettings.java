package org.relais.keycloak.school;

import java.time.MonthDay;
import java.util.List;
import org.keycloak.component.ComponentModel;

/** The settings of a profile's component. */
public final class ProfileSettings {

    public static final String PROVIDER_ID = "relais-profile";
    public static final String SUFFIX = "suffix";
    public static final String LABEL_FR = "labelFr";
    public static final String LABEL_EN = "labelEn";
    public static final String POPULATION = "population";
    public static final String MANAGED_BY = "managedBy";
    public static final String CLIENTS = "clients";
    public static final String FUNCTION_CODES = "functionCodes";
    public static final String REGULARISED_BY = "regularisedBy";
    public static final String TOGETHER = "together";
    public static final String DEFAULT_DAYS = "defaultDays";
    public static final String MAX_DAYS = "maxDays";
    public static final String LATEST_END = "latestEnd";
    public static final String REASON_REQUIRED = "reasonRequired";
    public static final String DELEGATES_MAY_DELEGATE = "delegatesMayDelegate";
    public static final String MOODLE_COHORT = "moodleCohort";

    private ProfileSettings() {}

    /** Reads the profile that a component describes; its factory let only readable values in. */
    public static Profile read(ComponentModel component) {
        ComponentConfig settings = new ComponentConfig(component);
        String suffix = settings.text(SUFFIX, component.getName());
        String labelFr = settings.text(LABEL_FR, suffix);
        return new Profile(
                suffix,
                labelFr,
                settings.text(LABEL_EN, labelFr),
                Population.valueOf(settings.text(POPULATION, "MIXED")),
                settings.texts(MANAGED_BY, List.of()),
                settings.texts(CLIENTS, List.of()).stream()
                        .map(ClientPattern::new)
                        .toList(),
                settings.texts(FUNCTION_CODES, List.of()),
                settings.texts(REGULARISED_BY, List.of()),
                settings.texts(TOGETHER, List.of()),
                settings.number(DEFAULT_DAYS, 60),
                settings.number(MAX_DAYS, 365),
                MonthDay.parse("--" + settings.text(LATEST_END, "08-31")),
                settings.flag(REASON_REQUIRED, false),
                settings.flag(DELEGATES_MAY_DELEGATE, false),
                settings.text(MOODLE_COHORT, "{uai}_{suffix}"));
    }
}
