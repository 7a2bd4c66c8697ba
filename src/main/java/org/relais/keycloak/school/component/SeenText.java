package org.relais.keycloak.school.component;

import org.relais.keycloak.platform.CleanText;
import org.relais.keycloak.problem.CommonProblem;
import org.relais.keycloak.school.ComponentConfig;

/** Names that people read: two of them differ by something that can be seen. */
final class SeenText {

    private SeenText() {}

    static void require(ComponentConfig settings, String... fields) {
        for (String field : fields) {
            CleanText.firstUnseen(settings.text(field, "")).ifPresent(c -> {
                throw new InvalidSetting(field, CommonProblem.INVISIBLE_CHARACTER, CleanText.codeOf(c));
            });
        }
    }
}
