package org.relais.keycloak.school.component;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.RealmModel;
import org.relais.keycloak.school.Academy;
import org.relais.keycloak.school.Population;
import org.relais.keycloak.school.ProfileSettings;
import org.relais.keycloak.school.Profiles;
import org.relais.keycloak.school.SchoolComponent;

/** The settings a realm begins with, as in the demo. The gate only observes at first, so that nobody is locked out. */
public final class DefaultProfiles {

    private static final String PRONOTE = "pronote-{uai}";
    private static final String GUESTS = "eleves-invites";

    private final RealmModel realm;
    private final List<String> created = new ArrayList<>();

    public DefaultProfiles(RealmModel realm) {
        this.realm = realm;
    }

    /** Creates what a realm without any profile lacks; returns the names of the components created. */
    public List<String> create() {
        boolean hasNone = Profiles.of(realm).all().isEmpty();
        if (!Academy.of(realm).configured()) {
            add("academy", Academy.PROVIDER_ID, Map.of(Academy.GATE_OBSERVES, List.of("true")));
        }
        if (hasNone) {
            official("DIR", "Personnels de direction", "School leaders", PRONOTE);
            official("ENS", "Enseignants", "Teachers", PRONOTE, "moodle", "pmb");
            managed(GUESTS, "Invités Moodle", "Moodle guests", "GRANTED", List.of("moodle"), Map.of());
            assistants("AES", "AESH", "AESH (learning support assistants)");
            assistants("ASH", "AESH – soutien au handicap", "AESH – disability support");
        }
        return List.copyOf(created);
    }

    private void official(String suffix, String labelFr, String labelEn, String... clients) {
        add(
                suffix,
                ProfileSettings.PROVIDER_ID,
                Map.of(
                        ProfileSettings.LABEL_FR, List.of(labelFr),
                        ProfileSettings.LABEL_EN, List.of(labelEn),
                        ProfileSettings.POPULATION, List.of(Population.OFFICIAL.name()),
                        ProfileSettings.CLIENTS, List.of(clients),
                        ProfileSettings.FUNCTION_CODES, List.of(suffix)));
    }

    private void assistants(String suffix, String labelFr, String labelEn) {
        managed(
                suffix,
                labelFr,
                labelEn,
                "MIXED",
                List.of(PRONOTE, "pmb"),
                Map.of(
                        ProfileSettings.FUNCTION_CODES, List.of(suffix),
                        ProfileSettings.TOGETHER, List.of(GUESTS),
                        ProfileSettings.REASON_REQUIRED, List.of("true")));
    }

    private void managed(
            String suffix,
            String labelFr,
            String labelEn,
            String population,
            List<String> clients,
            Map<String, List<String>> more) {
        MultivaluedHashMap<String, String> config = new MultivaluedHashMap<>(more);
        config.putSingle(ProfileSettings.LABEL_FR, labelFr);
        config.putSingle(ProfileSettings.LABEL_EN, labelEn);
        config.putSingle(ProfileSettings.POPULATION, population);
        config.putSingle(ProfileSettings.MANAGED_BY, "DIR");
        config.put(ProfileSettings.CLIENTS, clients);
        add(suffix, ProfileSettings.PROVIDER_ID, config);
    }

    private void add(String name, String providerId, Map<String, List<String>> config) {
        ComponentModel model = new ComponentModel();
        model.setName(name);
        model.setProviderId(providerId);
        model.setProviderType(SchoolComponent.class.getName());
        model.setParentId(realm.getId());
        model.setConfig(new MultivaluedHashMap<>(config));
        realm.addComponentModel(model);
        created.add(name);
    }
}
