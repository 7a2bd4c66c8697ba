package org.relais.keycloak.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.school.ProfileFixture.aProfile;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.relais.keycloak.school.ManagedGroup;
import org.relais.keycloak.school.School;

class GroupSearchTest {

    private static final School SCHOOL = new School("s", "0359001U", "Collège des Bruyères", "CLG", false);
    private static final ManagedGroup GROUP =
            new ManagedGroup("g", "0359001U_AES", null, SCHOOL, aProfile().build());

    @ParameterizedTest
    @ValueSource(strings = {"0359001u_a", "aesh", "bruyeres", "BRUYÈRES", " collège ", "bruye\u0300res"})
    void a_part_of_the_name_the_label_or_the_school_is_enough(String text) {
        assertThat(new GroupSearch(null, text, Locale.FRENCH).matches(GROUP)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"estran", "0359002V", "AESHH"})
    void anything_else_is_not(String text) {
        assertThat(new GroupSearch(null, text, Locale.FRENCH).matches(GROUP)).isFalse();
    }

    @Test
    void the_label_is_searched_in_the_language_of_the_reader() {
        assertThat(new GroupSearch(null, "learning", Locale.ENGLISH).matches(GROUP))
                .isTrue();
        assertThat(new GroupSearch(null, "learning", Locale.FRENCH).matches(GROUP))
                .isFalse();
    }

    @Test
    void a_school_is_named_by_its_uai_in_any_case() {
        assertThat(new GroupSearch("0359001u", null, Locale.FRENCH).matches(GROUP))
                .isTrue();
        assertThat(new GroupSearch("0359002V", null, Locale.FRENCH).matches(GROUP))
                .isFalse();
        assertThat(new GroupSearch("0359002V", "bruyeres", Locale.FRENCH).matches(GROUP))
                .isFalse();
    }
}
