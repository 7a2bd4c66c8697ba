package org.relais.keycloak.rest.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.relais.keycloak.school.importing.LineRemark;
import org.relais.keycloak.school.importing.SchoolLine;
import org.relais.keycloak.school.importing.SchoolLines;

class SchoolFileTest {

    @Test
    void the_open_data_of_schools_is_understood() {
        SchoolLines file = SchoolFile.read("""
                Identifiant_de_l_etablissement,Nom_etablissement,Type_etablissement,Statut_public_prive,etat
                0359001U,Collège des Bruyères,Collège,Public,OUVERT
                0359002V,"Lycée, de l'Estran",Lycée,Public,A FERMER
                0359003W,École du Bourg,Ecole,Privé,FERME
                """);

        assertThat(file.accepted())
                .containsExactly(
                        new SchoolLine(2, "0359001U", "Collège des Bruyères", "Collège", false),
                        new SchoolLine(3, "0359002V", "Lycée, de l'Estran", "Lycée", false),
                        new SchoolLine(4, "0359003W", "École du Bourg", "Ecole", true));
        assertThat(file.refused()).isEmpty();
        assertThat(file.warnings()).isEmpty();
    }

    @Test
    void the_short_form_says_nothing_of_what_it_does_not_name() {
        SchoolLines file = SchoolFile.read("uai;name;type\n0359001u;Collège;\n0359002V;Lycée;LYC");

        assertThat(file.accepted())
                .containsExactly(
                        new SchoolLine(2, "0359001U", "Collège", null, null),
                        new SchoolLine(3, "0359002V", "Lycée", "LYC", null));
    }

    @Test
    void a_school_is_closed_by_a_word_or_a_sign() {
        SchoolLines file =
                SchoolFile.read("uai;name;closed\n0359001U;A;oui\n0359002V;B;\n0359003W;C;X\n0359004X;D;non");

        assertThat(file.accepted().stream().map(SchoolLine::closed)).containsExactly(true, false, true, false);
    }

    @Test
    void a_wrong_check_letter_is_told_and_taken() {
        SchoolLines file = SchoolFile.read("uai;name\n0359001A;Collège");

        assertThat(file.accepted()).hasSize(1);
        assertThat(codes(file.warnings())).containsExactly("2 uai-letter");
    }

    @Test
    void a_name_with_what_nobody_sees_is_refused() {
        SchoolLines file = SchoolFile.read("uai;name\n0359001U;Coll\u200bège\n0359002V;\u202eegèlloC");

        assertThat(codes(file.refused())).containsExactly("2 invisible-character", "3 invisible-character");
    }

    @Test
    void what_cannot_be_a_school_is_refused_line_by_line() {
        SchoolLines file = SchoolFile.read("uai;name;type\n"
                + "35;Short;\n0359001U;;\n0359001U;Once;\n0359001u;Twice;\n0359002V;=HYPERLINK(1);\n"
                + "0359003W;C;@x\n0359004X;D;E;F\n0229001P;" + "x".repeat(256) + ";");

        assertThat(codes(file.refused()))
                .containsExactly(
                        "2 uai-form",
                        "3 field-missing",
                        "5 uai-twice",
                        "6 cell-formula",
                        "7 cell-formula",
                        "8 row-too-wide",
                        "9 wrong-text");
        assertThat(file.accepted()).extracting(SchoolLine::name).containsExactly("Once");
    }

    private static List<String> codes(List<LineRemark> problems) {
        return problems.stream()
                .map(it -> it.line() + " " + it.problem().code())
                .toList();
    }
}
