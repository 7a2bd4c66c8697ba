package org.relais.keycloak.school;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.RealmModel;

/**
 * The kinds of people of a realm. Without any configured, those of the French school directories hold (SDET, annexe on the
 * national profiles; function codes of the AAF): managers see staff, never pupils or parents.
 */
public record PersonTypes(List<PersonType> all) {

    private static final PersonTypes BY_DEFAULT = new PersonTypes(List.of(
            new PersonType("aesh", "AESH", "AESH", List.of("AES", "ASH", "AVS"), true),
            new PersonType(
                    "vie-scolaire", "Vie scolaire", "School life", List.of("AED", "EDU", "SUR", "National_EVS"), true),
            new PersonType("enseignants", "Enseignants", "Teachers", List.of("ENS", "National_ENS"), true),
            new PersonType("documentation", "Documentation", "Librarians", List.of("DOC", "National_DOC"), true),
            new PersonType("direction", "Direction", "School heads", List.of("DIR", "National_DIR"), true),
            new PersonType(
                    "autres-personnels",
                    "Autres personnels",
                    "Other staff",
                    List.of("National_ETA", "National_ACA", "National_COL"),
                    true),
            new PersonType("eleves", "Élèves", "Pupils", List.of("ELV", "National_ELV"), false),
            new PersonType("parents", "Parents", "Parents", List.of("National_TUT"), false)));

    public static PersonTypes of(RealmModel realm) {
        List<ComponentModel> components = SchoolComponent.of(realm, PersonType.PROVIDER_ID);
        return components.isEmpty()
                ? BY_DEFAULT
                : RealmCache.of(realm, PersonTypes.class, components, PersonTypes::read);
    }

    private static PersonTypes read(List<ComponentModel> components) {
        return new PersonTypes(components.stream()
                .map(PersonType::read)
                .sorted((one, other) -> one.labelFr().compareToIgnoreCase(other.labelFr()))
                .toList());
    }

    /** Those that managers see. */
    public List<PersonType> visible() {
        return all.stream().filter(PersonType::visible).toList();
    }

    public Optional<PersonType> visible(String id) {
        return visible().stream().filter(type -> type.id().equalsIgnoreCase(id)).findFirst();
    }

    /** The types of a person whose record has these values. */
    public List<PersonType> of(Collection<String> values) {
        return all.stream().filter(type -> values.stream().anyMatch(type::has)).toList();
    }
}
