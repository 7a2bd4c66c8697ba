package org.relais.keycloak.school;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UaiTest {

    @ParameterizedTest
    @ValueSource(strings = {"0359001U", "0359002V", "0359003W", "0359004X", "0229001P", "0299001B", "0569001E"})
    void the_letter_follows_from_the_digits(String uai) {
        assertThat(Uai.isOne(uai)).isTrue();
        assertThat(Uai.isChecked(uai)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0359001A", "0359001I", "0359002U"})
    void another_letter_is_one_all_the_same_but_does_not_follow(String uai) {
        assertThat(Uai.isOne(uai)).isTrue();
        assertThat(Uai.isChecked(uai)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "359001U", "03590011U", "0359001u", "0359001", "0359001UU", "035900U1", "٠٣٥٩٠٠١U"})
    void anything_else_is_none(String text) {
        assertThat(Uai.isOne(text)).isFalse();
    }
}
