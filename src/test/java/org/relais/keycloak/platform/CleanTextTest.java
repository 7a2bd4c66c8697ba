package org.relais.keycloak.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CleanTextTest {

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x00AD, 0x034F, 0x061C, 0x115F, 0x180B, 0x180E, 0x200B, 0x200D, 0x200F, 0x2028, 0x2029, 0x202E, 0x2060,
                0x2066, 0x2800, 0x3164, 0xD800, 0xE000, 0xFE0F, 0xFEFF, 0xFFA0, 0xFFFE, 0xE0041, 0xE0100, 0x10FFFF
            })
    void what_nobody_sees_is_found(int character) {
        assertThat(CleanText.firstUnseen("le" + Character.toString(character) + "na"))
                .hasValue(character);
    }

    @Test
    void what_people_write_is_left_alone() {
        assertThat(CleanText.firstUnseen("L’arrivée de Loïc\u00a0: «\u202foui\u00a0» – 50 € 😀 Αθήνα e\u0301\n\t"))
                .isEmpty();
    }

    @Test
    void the_same_letters_are_the_same_text() {
        assertThat(CleanText.composed("He\u0301le\u0300ne")).isEqualTo("Hélène");
    }
}
