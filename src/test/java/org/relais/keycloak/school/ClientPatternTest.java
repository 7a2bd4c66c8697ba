package org.relais.keycloak.school;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientPatternTest {

    @ParameterizedTest
    @CsvSource({
        "pronote-{uai}, pronote-0359001U, true",
        "pronote-{uai}, pronote-0359001u, true",
        "pronote-{uai}, pronote-0359002V, false",
        "pronote-{uai}, pronote-, false",
        "pronote-{uai}, pronote, false",
        "{uai}, 0359001U, true",
        "{uai}-cdi, 0359001U-cdi, true",
        "moodle, moodle, true",
        "moodle, Moodle, false",
        "moodle, moodle2, false",
    })
    void it_matches_the_application_of_a_school(String pattern, String client, boolean matches) {
        assertThat(new ClientPattern(pattern).matches(client, "0359001U")).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({
        "pronote-{uai}, pronote-0359001U, true",
        "pronote-{uai}, pronote-, true",
        "pronote-{uai}, pronote, false",
        "{uai}, gar, true",
        "g{uai}r, gar, true",
        "ga{uai}ar, gar, false",
        "moodle, moodle, true",
        "moodle, gar, false",
    })
    void it_could_mean_what_some_school_would_make_of_it(String pattern, String client, boolean could) {
        assertThat(new ClientPattern(pattern).couldMean(client)).isEqualTo(could);
    }

    /** What a pattern matches for some school it could mean: otherwise a client kept for official members slips through. */
    @ParameterizedTest
    @CsvSource({
        "PRONOTE-{uai}, pronote-gar, gar",
        "{uai}, GAR, gar",
        "G{uai}, gar, ar",
        "{uai}R, gar, ga",
        "g{uai}{uai}, gaa, a"
    })
    void nothing_it_matches_is_something_it_could_not_mean(String pattern, String client, String uai) {
        assertThat(new ClientPattern(pattern).matches(client, uai)).isTrue();
        assertThat(new ClientPattern(pattern).couldMean(client)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "pronote-{uai}, pronote-0359001U, 0359001U",
        "pronote-{uai}, PRONOTE-0359001u, 0359001u",
        "{uai}-notes-{uai}, 0359001U-notes-0359001U, 0359001U",
        "{uai}, 0359001U, 0359001U"
    })
    void the_school_is_read_in_the_id_of_its_application(String pattern, String clientId, String uai) {
        assertThat(new ClientPattern(pattern).uaiIn(clientId)).contains(uai);
    }

    @ParameterizedTest
    @CsvSource({
        "moodle, moodle",
        "pronote-{uai}, pronote-",
        "pronote-{uai}, moodle",
        "{uai}-notes-{uai}, 0359001U-notes-0359002V",
        "{uai}-notes-{uai}, a-notes-",
        "a-{uai}-{uai}, a-x"
    })
    void no_school_is_read_where_there_is_none(String pattern, String clientId) {
        assertThat(new ClientPattern(pattern).uaiIn(clientId)).isEmpty();
    }
}
