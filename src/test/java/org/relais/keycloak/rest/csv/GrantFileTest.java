package org.relais.keycloak.rest.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.relais.keycloak.grant.GrantImportLine;

class GrantFileTest {

    @Test
    void days_are_read_as_we_and_as_french_spreadsheets_write_them() {
        assertThat(day("2027-03-05")).isEqualTo(LocalDate.of(2027, 3, 5));
        assertThat(day("05/03/2027")).isEqualTo(LocalDate.of(2027, 3, 5));
        assertThat(day("5/3/2027")).isEqualTo(LocalDate.of(2027, 3, 5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"31/02/2027", "2027-02-30", "demain", "5.3.2027", "05/03/27"})
    void anything_else_is_no_day(String text) {
        assertThat(day(text)).isNull();
    }

    @Test
    void the_columns_are_found_by_their_titles_in_either_language() {
        GrantImportLine line = GrantFile.read("Motif;UAI;Identifiant;Profil\n'=1;0359001U; a.b ;AES")
                .get(0);

        assertThat(line).isEqualTo(new GrantImportLine(2, "a.b", "0359001U", "AES", "", null, "=1", false));
    }

    private static LocalDate day(String text) {
        return GrantFile.read("identifier;uai;suffix;endsOn\na;b;c;" + text)
                .get(0)
                .lastDay();
    }
}
