package org.relais.keycloak.school;

import java.time.MonthDay;
import java.util.List;
import org.keycloak.component.ComponentModel;

/** A profile as its component keeps it. */
final class ProfileSettings {

    static final String PROVIDER_ID = "relais-profile";
    static final String SUFFIX = "suffix";
    static final String LABEL_FR = "labelFr";
    static final String LABEL_EN = "labelEn";
    static final String POPULATION = "population";
    static final String MANAGED_BY = "managedBy";
    static final String CLIENTS = "clients";
    static final String FUNCTION_CODES = "functionCodes";
    static final String REGULARISED_BY = "regularisedBy";
    static final String TOGETHER = "together";
    static final String DEFAULT_DAYS = "defaultDays";
    static final String MAX_DAYS = "maxDays";
    static final String LATEST_END = "latestEnd";
    static final String REASON_REQUIRED = "reasonRequired";
    static final String DELEGATES_MAY_DELEGATE = "delegatesMayDelegate";
    static final String MOODLE_COHORT = "moodleCohort";

    private ProfileSettings() {}

    /** The profile a component describes; its factory has seen to it that it can be read. */
    static Profile read(ComponentModel component) {
        Settings settings = new Settings(component);
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
