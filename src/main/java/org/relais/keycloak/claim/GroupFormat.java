package org.relais.keycloak.claim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.relais.keycloak.access.EffectiveGroup;
import org.relais.keycloak.school.Academy;
import org.relais.keycloak.school.ManagedGroup;

/** How a group is written into a claim. */
enum GroupFormat {
    /** {@code 0359001U_AES} */
    NAME {
        @Override
        Object write(EffectiveGroup open, Academy academy) {
            return open.group().name();
        }
    },
    /** {@code /etablissements/0359001U/0359001U_AES} */
    PATH {
        @Override
        Object write(EffectiveGroup open, Academy academy) {
            return String.join(
                    "/",
                    academy.schoolsRoot(),
                    open.group().school().uai(),
                    open.group().name());
        }
    },
    /** An object with name, uai, profile and, for a grant, endsOn: the last day included. */
    OBJECT {
        @Override
        Object write(EffectiveGroup open, Academy academy) {
            ManagedGroup group = open.group();
            Map<String, String> object = new LinkedHashMap<>();
            object.put("name", group.name());
            object.put("uai", group.school().uai());
            object.put("profile", group.profile().suffix());
            if (open.grant() != null) {
                object.put(
                        "endsOn", academy.lastDayBefore(open.grant().endsAt()).toString());
            }
            return object;
        }
    };

    abstract Object write(EffectiveGroup open, Academy academy);

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static GroupFormat of(String id) {
        return Stream.of(values())
                .filter(format -> format.id().equals(id))
                .findFirst()
                .orElse(NAME);
    }

    static List<String> ids() {
        return Stream.of(values()).map(GroupFormat::id).toList();
    }
}
